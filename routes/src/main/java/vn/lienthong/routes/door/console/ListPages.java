package vn.lienthong.routes.door.console;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lienthong.gateway.dossier.Refusals;
import vn.lienthong.gateway.dossier.UnitOfWork;

/** Plain lists: what was turned away, and statuses that fit no document. */
@Controller
class ListPages {

    static final int MOST = 200;

    private final Refusals refusals;
    private final UnitOfWork work;
    private final Clock clock;

    ListPages(Refusals refusals, UnitOfWork work, Clock clock) {
        this.refusals = refusals;
        this.work = work;
        this.clock = clock;
    }

    @GetMapping("/refusals")
    String refusals(@RequestParam(defaultValue = "") String day, Model model) {
        List<Refusals.Refusal> latest = refusals.latest(MOST);
        boolean lastDay = day.equals("true");
        Instant from = lastDay ? clock.instant().minus(OverviewPage.LOOKS_BACK) : Instant.MIN;
        List<Refusals.Refusal> shown =
                latest.stream().filter(refusal -> !refusal.at().isBefore(from)).toList();
        model.addAttribute("refusals", shown);
        model.addAttribute("day", lastDay);
        model.addAttribute("full", shown.size() >= MOST);
        model.addAttribute("most", MOST);
        return "console/refusals";
    }

    @GetMapping("/statuses/unmatched")
    String unmatched(Model model) {
        model.addAttribute(
                "statuses",
                work.inTransaction(transaction -> transaction.statuses().unmatched(MOST)));
        model.addAttribute("most", MOST);
        return "console/unmatched";
    }
}
