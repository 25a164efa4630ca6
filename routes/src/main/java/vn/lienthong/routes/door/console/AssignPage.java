package vn.lienthong.routes.door.console;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.agency.Agency;
import vn.lienthong.gateway.agency.AgencyDirectory;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.agency.Resolution;
import vn.lienthong.gateway.delivery.OperatorCommands;

/** A registrar's choice: to which body a copy goes whose code no longer says it. */
@Controller
class AssignPage {

    private final ReadCopy copies;
    private final Agencies agencies;
    private final PreviewRoutes previews;
    private final OperatorCommands commands;
    private final Clock clock;

    AssignPage(ReadCopy copies, Agencies agencies, PreviewRoutes previews, OperatorCommands commands, Clock clock) {
        this.copies = copies;
        this.agencies = agencies;
        this.previews = previews;
        this.commands = commands;
        this.clock = clock;
    }

    @GetMapping("/deliveries/{id}/assign")
    String choose(@PathVariable String id, @RequestParam(defaultValue = "") String find, Model model) {
        return show(copies.read(id), find, "", model);
    }

    @PostMapping("/deliveries/{id}/assign")
    String assign(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String find,
            @RequestParam(defaultValue = "") String agency,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal ConsoleUser user,
            Model model,
            RedirectAttributes redirected) {
        ReadCopy.Read read = copies.read(id);
        Optional<String> given = Reason.of(reason);
        if (agency.isBlank() || given.isEmpty()) {
            return show(read, find, agency.isBlank() ? "agency" : "reason", model);
        }
        AgencyId chosen = NotFound.id(agency, AgencyId::new);
        boolean done = agencies.current().validAt(chosen, clock.instant())
                && commands.assign(read.delivery().id(), chosen, user.actor(), given.get());
        redirected.addFlashAttribute("told", done ? "done.ASSIGN" : "too-late");
        return "redirect:/dossiers/" + read.dossier().id();
    }

    private String show(ReadCopy.Read read, String find, String missing, Model model) {
        model.addAttribute("dossier", read.dossier());
        model.addAttribute("delivery", read.delivery());
        model.addAttribute("possible", read.possible().contains(DeliveryAction.ASSIGN));
        model.addAttribute("find", find);
        model.addAttribute(
                "choices",
                choices(read, find).stream()
                        .map(agency -> previews.to(read.delivery(), agency))
                        .toList());
        model.addAttribute("missing", missing);
        return "console/assign";
    }

    /** What the person looked for; else the successors of the body that the code meant. */
    private Set<AgencyId> choices(ReadCopy.Read read, String find) {
        Instant now = clock.instant();
        AgencyDirectory directory = agencies.current();
        Set<AgencyId> choices = new LinkedHashSet<>();
        if (!find.isBlank()) {
            directory.search(find, now).stream().map(Agency::id).forEach(choices::add);
            return choices;
        }
        Resolution resolution =
                directory.resolve(read.delivery().code(), read.dossier().receivedAt(), now);
        choices.addAll(
                resolution instanceof Resolution.Split split
                        ? split.candidates()
                        : resolution.destination().map(List::of).orElseGet(List::of));
        read.delivery()
                .agency()
                .filter(agency -> directory.validAt(agency, now))
                .ifPresent(choices::add);
        return choices;
    }
}
