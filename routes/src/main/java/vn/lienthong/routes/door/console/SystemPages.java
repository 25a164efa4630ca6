package vn.lienthong.routes.door.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.gateway.access.CallerKind;
import vn.lienthong.gateway.access.JournaledSystems;
import vn.lienthong.gateway.access.ReceivingSystem;
import vn.lienthong.gateway.access.Right;
import vn.lienthong.gateway.access.Systems;

/** The systems, for administrators: which there are, and which agencies each one stands for. */
@Controller
class SystemPages {

    private final Systems systems;
    private final MandateWork work;

    SystemPages(Systems systems, MandateWork work) {
        this.systems = systems;
        this.work = work;
    }

    @GetMapping("/systems")
    String list(Model model) {
        model.addAttribute("systems", systems.all());
        return "console/systems";
    }

    @GetMapping("/systems/{systemId}")
    String show(@PathVariable String systemId, Model model) {
        ReceivingSystem system = find(systemId);
        work.show(holder(system), MandateForm.EMPTY, List.of(), model);
        return page(system, model);
    }

    @PostMapping("/systems/{systemId}/mandates")
    String grant(
            @PathVariable String systemId,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String right,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "false") boolean sure,
            @RequestParam(name = "present", defaultValue = "") String shown,
            @AuthenticationPrincipal ConsoleUser user,
            HttpServletRequest request,
            Model model,
            RedirectAttributes redirected) {
        ReceivingSystem system = find(systemId);
        return work.grant(
                        holder(system),
                        new MandateForm(code.strip(), right, from, to),
                        new MandateWork.Asked(user, sure, shown, request),
                        mandate -> journaled(user).grant(system.systemId(), mandate),
                        model,
                        redirected)
                .orElseGet(() -> page(system, model));
    }

    @PostMapping("/systems/{systemId}/mandates/end")
    String end(
            @PathVariable String systemId,
            @RequestParam(defaultValue = "") String mandate,
            @RequestParam(defaultValue = "false") boolean sure,
            @AuthenticationPrincipal ConsoleUser user,
            Model model,
            RedirectAttributes redirected) {
        ReceivingSystem system = find(systemId);
        return work.end(
                holder(system),
                mandate,
                sure,
                ended -> journaled(user).end(system.systemId(), ended),
                model,
                redirected);
    }

    private ReceivingSystem find(String systemId) {
        return systems.find(systemId).orElseThrow(NotFound::new);
    }

    private Systems journaled(ConsoleUser user) {
        return new JournaledSystems(systems, work.journal(user));
    }

    /** A peer carries for what lies behind it; nothing else is for it to do in anybody's name. */
    private MandateWork.Holder holder(ReceivingSystem system) {
        List<Right> rights = Right.ofSystems().stream()
                .filter(right -> (right == Right.TRANSIT) == (system.kind() == CallerKind.PEER))
                .toList();
        return new MandateWork.Holder(
                "/systems/" + system.systemId(),
                system.systemId(),
                system.name(),
                rights,
                systems.mandates(system.systemId()));
    }

    private static String page(ReceivingSystem system, Model model) {
        model.addAttribute("system", system);
        return "console/system";
    }
}
