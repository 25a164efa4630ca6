package vn.lienthong.routes.door.console;

import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.gateway.delivery.CloseAlert;
import vn.lienthong.gateway.dossier.Alerts;
import vn.lienthong.gateway.dossier.UnitOfWork;

/** Alerts, open and closed, and the page on which a person closes one with a reason. */
@Controller
class AlertPages {

    private final UnitOfWork work;
    private final CloseAlert closing;

    AlertPages(UnitOfWork work, CloseAlert closing) {
        this.work = work;
        this.closing = closing;
    }

    @GetMapping("/alerts")
    String list(@RequestParam(defaultValue = "false") boolean closed, Model model) {
        model.addAttribute(
                "alerts", work.inTransaction(transaction -> transaction.alerts().raised(closed, ListPages.MOST)));
        model.addAttribute("closed", closed);
        model.addAttribute("most", ListPages.MOST);
        return "console/alerts";
    }

    @GetMapping("/alerts/{id:\\d{1,18}}/close")
    String ask(@PathVariable long id, Model model) {
        return show(id, false, model);
    }

    @PostMapping("/alerts/{id:\\d{1,18}}/close")
    String close(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal ConsoleUser user,
            Model model,
            RedirectAttributes redirected) {
        Optional<String> given = Reason.of(reason);
        if (given.isEmpty()) {
            return show(id, true, model);
        }
        boolean done = closing.close(id, user.actor(), given.get());
        redirected.addFlashAttribute("told", done ? "done.CLOSE_ALERT" : "too-late");
        return "redirect:/alerts";
    }

    private String show(long id, boolean reasonMissing, Model model) {
        Alerts.Raised raised =
                work.inTransaction(transaction -> transaction.alerts().find(id)).orElseThrow(NotFound::new);
        model.addAttribute("raised", raised);
        model.addAttribute("reasonMissing", reasonMissing);
        return "console/alert-close";
    }
}
