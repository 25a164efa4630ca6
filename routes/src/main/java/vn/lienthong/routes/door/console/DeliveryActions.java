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
import vn.lienthong.gateway.dossier.DeliveryId;

/** Sends one copy again, takes it back or closes it: first a page that shows what will happen, then the deed. */
@Controller
class DeliveryActions {

    private final ReadCopy copies;
    private final PreviewRoutes previews;
    private final OperatorCommands commands;

    DeliveryActions(ReadCopy copies, PreviewRoutes previews, OperatorCommands commands) {
        this.copies = copies;
        this.previews = previews;
        this.commands = commands;
    }

    @GetMapping("/deliveries/{id}/{action:revive|withdraw|close}")
    String preview(@PathVariable String id, @PathVariable String action, Model model) {
        return show(copies.read(id), action(action), false, model);
    }

    @PostMapping("/deliveries/{id}/{action:revive|withdraw|close}")
    String act(
            @PathVariable String id,
            @PathVariable String action,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal ConsoleUser user,
            Model model,
            RedirectAttributes redirected) {
        ReadCopy.Read read = copies.read(id);
        DeliveryAction chosen = action(action);
        Optional<String> given = Reason.of(reason);
        if (given.isEmpty()) {
            return show(read, chosen, true, model);
        }
        boolean done =
                read.possible().contains(chosen) && run(chosen, read.delivery().id(), user.actor(), given.get());
        redirected.addFlashAttribute("told", done ? "done." + chosen : "too-late");
        return "redirect:/dossiers/" + read.dossier().id();
    }

    private boolean run(DeliveryAction action, DeliveryId id, String actor, String reason) {
        return switch (action) {
            case REVIVE -> commands.revive(id, actor, reason);
            case WITHDRAW -> commands.withdraw(id, actor, reason);
            case CLOSE -> commands.close(id, actor, reason);
            case ASSIGN -> throw new NotFound();
        };
    }

    private String show(ReadCopy.Read read, DeliveryAction action, boolean reasonMissing, Model model) {
        model.addAttribute("dossier", read.dossier());
        model.addAttribute("delivery", read.delivery());
        model.addAttribute("action", action);
        model.addAttribute("possible", read.possible().contains(action));
        model.addAttribute(
                "effect",
                read.delivery()
                        .agency()
                        .map(agency -> previews.to(read.delivery(), agency))
                        .orElse(null));
        model.addAttribute("reasonMissing", reasonMissing);
        return "console/delivery-action";
    }

    private static DeliveryAction action(String path) {
        return DeliveryAction.at(path).orElseThrow(NotFound::new);
    }
}
