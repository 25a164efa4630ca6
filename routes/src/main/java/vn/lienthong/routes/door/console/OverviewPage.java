package vn.lienthong.routes.door.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.lienthong.gateway.dossier.Alerts;
import vn.lienthong.gateway.dossier.Counts;
import vn.lienthong.gateway.dossier.DossierSearch;
import vn.lienthong.gateway.dossier.DossierState;
import vn.lienthong.gateway.dossier.UnitOfWork;

/** The first page: how much moves, and what waits for a person. It fetches its own panel anew every ten seconds. */
@Controller
class OverviewPage {

    static final Duration LOOKS_BACK = Duration.ofHours(24);
    private static final int NEWEST = 10;
    private static final int HELD = 10;
    private static final int ALERTS = 10;

    private final Counts counts;
    private final UnitOfWork work;
    private final Clock clock;

    OverviewPage(Counts counts, UnitOfWork work, Clock clock) {
        this.counts = counts;
        this.work = work;
        this.clock = clock;
    }

    private record Lists(List<Alerts.Raised> alerts, List<DossierLine> held, List<DossierLine> newest) {}

    /** A clerk has nothing to oversee, but a tray. */
    @GetMapping("/")
    String page(@AuthenticationPrincipal ConsoleUser user, Model model) {
        if (Permission.READ_TRAYS.isGrantedTo(user.role())) {
            return "redirect:/in-tray";
        }
        fill(model);
        return "console/overview";
    }

    @GetMapping("/overview")
    String panel(Model model) {
        fill(model);
        return "console/overview :: panel";
    }

    private void fill(Model model) {
        Instant now = clock.instant();
        Lists lists = work.inTransaction(transaction -> new Lists(
                transaction.alerts().raised(false, ALERTS),
                DossierLine.find(transaction, search(Optional.of(DossierState.HELD), HELD)),
                DossierLine.find(transaction, search(Optional.empty(), NEWEST))));
        model.addAttribute("now", now);
        model.addAttribute("counted", counts.since(now.minus(LOOKS_BACK)));
        model.addAttribute("alerts", lists.alerts());
        model.addAttribute("held", lists.held());
        model.addAttribute("newest", lists.newest());
    }

    private static DossierSearch search(Optional<DossierState> state, int limit) {
        return new DossierSearch("", "", Optional.empty(), Optional.empty(), state, Optional.empty(), limit, 0);
    }
}
