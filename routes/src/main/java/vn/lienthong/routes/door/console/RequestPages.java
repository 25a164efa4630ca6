package vn.lienthong.routes.door.console;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.gateway.access.DecideRegistration;
import vn.lienthong.gateway.access.Proposal;
import vn.lienthong.gateway.access.ProposedAct;
import vn.lienthong.gateway.access.RegistrationRequests;
import vn.lienthong.gateway.access.RegistrationTerms;
import vn.lienthong.gateway.agency.AgencyKind;
import vn.lienthong.gateway.agency.DirectoryInconsistentException;
import vn.lienthong.gateway.agency.DirectoryMovedException;
import vn.lienthong.gateway.agency.ImportPreview;
import vn.lienthong.routes.platform.TwoPeople;

/**
 * Requests of systems to add or delete an agency. A registrar corrects what they say, sees what would change, and then
 * approves that; or declines.
 */
@Controller
class RequestPages {

    private final RegistrationRequests requests;
    private final DecideRegistration deciding;
    private final TwoPeople people;
    private final Clock clock;

    RequestPages(RegistrationRequests requests, DecideRegistration deciding, TwoPeople people, Clock clock) {
        this.requests = requests;
        this.deciding = deciding;
        this.people = people;
        this.clock = clock;
    }

    @GetMapping("/requests")
    String list(
            @RequestParam(defaultValue = "false") boolean decided,
            @AuthenticationPrincipal ConsoleUser user,
            Model model) {
        model.addAttribute("requests", decided ? requests.decided(ListPages.MOST) : requests.open(ListPages.MOST));
        model.addAttribute("decided", decided);
        model.addAttribute("registers", Permission.REGISTER.isGrantedTo(user.role()));
        model.addAttribute("most", ListPages.MOST);
        return "console/requests";
    }

    /** First the request's own words in a form; once the form is sent, what they would change. */
    @GetMapping("/requests/{id:\\d{1,18}}/approve")
    String look(@PathVariable long id, @RequestParam Map<String, String> fields, Model model) {
        RegistrationRequests.Request request = read(id);
        if (!fields.containsKey("code")) {
            model.addAttribute("form", RegistrationForm.suggested(request, clock.instant()));
            return show(request, "", model);
        }
        return preview(request, RegistrationForm.typed(fields), "", model);
    }

    @PostMapping("/requests/{id:\\d{1,18}}/approve")
    String approve(
            @PathVariable long id,
            @RequestParam Map<String, String> fields,
            @AuthenticationPrincipal ConsoleUser user,
            Model model,
            RedirectAttributes redirected) {
        RegistrationRequests.Request request = read(id);
        RegistrationForm form = RegistrationForm.typed(fields);
        Optional<String> reason = Reason.of(fields.getOrDefault("reason", ""));
        String seen = fields.getOrDefault("seen", "");
        if (reason.isEmpty() || !seen.matches("[0-9]{1,18}")) {
            return preview(request, form, "reason", model);
        }
        if (form.terms(request) instanceof RegistrationTerms.Closing closing && people.required()) {
            return proposed(request, closing, user, reason.get(), redirected);
        }
        try {
            boolean done = deciding.approve(id, form.terms(request), Long.parseLong(seen), user.actor(), reason.get());
            return told(done, "done.APPROVE", redirected);
        } catch (DirectoryMovedException moved) {
            return preview(request, form, "moved", model);
        } catch (DirectoryInconsistentException wrong) {
            return preview(request, form, "", model);
        }
    }

    @GetMapping("/requests/{id:\\d{1,18}}/decline")
    String ask(@PathVariable long id, Model model) {
        return decline(read(id), "", model);
    }

    @PostMapping("/requests/{id:\\d{1,18}}/decline")
    String decline(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal ConsoleUser user,
            Model model,
            RedirectAttributes redirected) {
        RegistrationRequests.Request request = read(id);
        Optional<String> given = Reason.of(reason);
        if (given.isEmpty()) {
            return decline(request, "reason", model);
        }
        return told(deciding.decline(id, user.actor(), given.get()), "done.DECLINE", redirected);
    }

    private String proposed(
            RegistrationRequests.Request request,
            RegistrationTerms.Closing closing,
            ConsoleUser user,
            String reason,
            RedirectAttributes redirected) {
        Proposal proposal = people.secondPerson()
                .propose(
                        new ProposedAct.CloseAgency(request.id(), closing),
                        "đóng cơ quan " + closing.code() + " từ " + closing.at()
                                + (closing.successor().isBlank() ? "" : ", kế thừa: " + closing.successor()),
                        user.actor(),
                        reason);
        redirected.addFlashAttribute("told", "proposals.PROPOSED");
        return "redirect:/proposals/" + proposal.id();
    }

    private RegistrationRequests.Request read(long id) {
        return requests.find(id).orElseThrow(NotFound::new);
    }

    private String preview(RegistrationRequests.Request request, RegistrationForm form, String missing, Model model) {
        ImportPreview preview = deciding.preview(form.terms(request), "");
        model.addAttribute("form", form);
        model.addAttribute("effects", DirectoryEffects.of(preview));
        return show(request, missing, model);
    }

    private String show(RegistrationRequests.Request request, String missing, Model model) {
        model.addAttribute("request", request);
        model.addAttribute("kinds", AgencyKind.values());
        model.addAttribute("second", people.required() && request.asksToClose());
        model.addAttribute("missing", missing);
        return "console/request-approve";
    }

    private static String decline(RegistrationRequests.Request request, String missing, Model model) {
        model.addAttribute("request", request);
        model.addAttribute("missing", missing);
        return "console/request-decline";
    }

    private static String told(boolean done, String what, RedirectAttributes redirected) {
        redirected.addFlashAttribute("told", done ? what : "too-late");
        return done ? "redirect:/requests" : "redirect:/requests?decided=true";
    }
}
