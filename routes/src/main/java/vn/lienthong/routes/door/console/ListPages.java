package vn.lienthong.routes.door.console;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.lienthong.gateway.dossier.Refusals;
import vn.lienthong.gateway.dossier.UnitOfWork;

/** Plain lists: what was turned away, and statuses that fit no document. */
@Controller
class ListPages {

    static final int MOST = 200;

    private final Refusals refusals;
    private final UnitOfWork work;

    ListPages(Refusals refusals, UnitOfWork work) {
        this.refusals = refusals;
        this.work = work;
    }

    @GetMapping("/refusals")
    String refusals(Model model) {
        model.addAttribute("refusals", refusals.latest(MOST));
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
