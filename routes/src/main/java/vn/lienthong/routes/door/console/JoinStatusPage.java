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
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.reception.JoinStatusByHand;

/** An operator's choice: which document a status is about that the rules could not place. */
@Controller
class JoinStatusPage {

    private final JoinStatusByHand joining;

    JoinStatusPage(JoinStatusByHand joining) {
        this.joining = joining;
    }

    @GetMapping("/statuses/{id:\\d{1,18}}/join")
    String choose(@PathVariable long id, Model model) {
        return show(id, "", model);
    }

    @PostMapping("/statuses/{id:\\d{1,18}}/join")
    String join(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String dossier,
            @RequestParam(defaultValue = "") String other,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal ConsoleUser user,
            Model model,
            RedirectAttributes redirected) {
        String chosen = other.isBlank() ? dossier : other.strip();
        Optional<String> given = Reason.of(reason);
        if (chosen.isBlank() || given.isEmpty()) {
            return show(id, chosen.isBlank() ? "dossier" : "reason", model);
        }
        DossierId document = NotFound.id(chosen, DossierId::new);
        if (!joining.join(id, document, user.actor(), given.get())) {
            return show(id, "fit", model);
        }
        redirected.addFlashAttribute("told", "done.JOIN");
        return "redirect:/dossiers/" + document;
    }

    private String show(long id, String missing, Model model) {
        JoinStatusByHand.Question question = joining.question(id).orElseThrow(NotFound::new);
        model.addAttribute("status", question.status());
        model.addAttribute("candidates", question.candidates());
        model.addAttribute("missing", missing);
        return "console/join-status";
    }
}
