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
import vn.lienthong.gateway.delivery.OperatorCommands;
import vn.lienthong.gateway.dossier.DossierId;

/** Releases or refuses a held document: first a page that shows what will happen, then, with a reason, the deed. */
@Controller
class DossierActions {

    private final ReadStory stories;
    private final PreviewRoutes previews;
    private final OperatorCommands commands;

    DossierActions(ReadStory stories, PreviewRoutes previews, OperatorCommands commands) {
        this.stories = stories;
        this.previews = previews;
        this.commands = commands;
    }

    @GetMapping("/dossiers/{id}/{action:release|refuse}")
    String preview(@PathVariable String id, @PathVariable String action, Model model) {
        return show(NotFound.id(id, DossierId::new), action(action), false, model);
    }

    @PostMapping("/dossiers/{id}/{action:release|refuse}")
    String act(
            @PathVariable String id,
            @PathVariable String action,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal ConsoleUser user,
            Model model,
            RedirectAttributes redirected) {
        DossierId dossierId = NotFound.id(id, DossierId::new);
        DossierAction chosen = action(action);
        Optional<String> given = Reason.of(reason);
        if (given.isEmpty()) {
            return show(dossierId, chosen, true, model);
        }
        boolean done =
                switch (chosen) {
                    case RELEASE -> commands.release(dossierId, user.actor(), given.get());
                    case REFUSE -> commands.refuse(dossierId, user.actor(), given.get());
                };
        redirected.addFlashAttribute("told", done ? "done." + chosen : "too-late");
        return "redirect:/dossiers/" + dossierId;
    }

    private String show(DossierId id, DossierAction action, boolean reasonMissing, Model model) {
        Story story = stories.read(id).orElseThrow(NotFound::new);
        model.addAttribute("dossier", story.dossier());
        model.addAttribute("action", action);
        model.addAttribute("possible", DossierAction.possible(story.dossier()).contains(action));
        model.addAttribute("effects", previews.effects(story, action));
        model.addAttribute("reasonMissing", reasonMissing);
        return "console/dossier-action";
    }

    private static DossierAction action(String path) {
        return DossierAction.at(path).orElseThrow(NotFound::new);
    }
}
