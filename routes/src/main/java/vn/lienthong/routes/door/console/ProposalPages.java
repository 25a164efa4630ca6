package vn.lienthong.routes.door.console;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.gateway.access.CarryOut;
import vn.lienthong.gateway.access.Proposal;
import vn.lienthong.gateway.access.Proposals;
import vn.lienthong.gateway.access.SecondPerson;

/** What waits for a second person: who proposed what and why, what will happen, and the buttons that decide. */
@Controller
class ProposalPages {

    private static final String PATH = "/proposals/{id:\\d{1,18}}";

    private final Proposals proposals;
    private final SecondPerson deciding;
    private final FreshCode fresh;
    private final Clock clock;

    ProposalPages(Proposals proposals, SecondPerson deciding, FreshCode fresh, Clock clock) {
        this.proposals = proposals;
        this.deciding = deciding;
        this.fresh = fresh;
        this.clock = clock;
    }

    @GetMapping("/proposals")
    String list(@RequestParam(defaultValue = "false") boolean past, Model model) {
        model.addAttribute(
                "proposals",
                past
                        ? proposals.past(clock.instant(), ListPages.MOST)
                        : proposals.waiting(clock.instant(), ListPages.MOST));
        model.addAttribute("past", past);
        model.addAttribute("most", ListPages.MOST);
        return "console/proposals";
    }

    @GetMapping(PATH)
    String show(
            @PathVariable long id, @AuthenticationPrincipal ConsoleUser user, HttpServletRequest request, Model model) {
        return page(proposals.find(id).orElseThrow(NotFound::new), user, "", "", request, model);
    }

    @PostMapping(PATH + "/confirm")
    String confirm(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String code,
            @AuthenticationPrincipal ConsoleUser user,
            HttpServletRequest request,
            Model model,
            RedirectAttributes redirected) {
        Proposal proposal = proposals.find(id).orElseThrow(NotFound::new);
        Optional<String> given = Reason.of(reason);
        if (given.isEmpty() || !seen.matches("[0-9]{1,18}")) {
            return page(proposal, user, "reason", "", request, model);
        }
        FreshCode.Outcome shown = fresh.show(user.getUsername(), code, request);
        if (shown != FreshCode.Outcome.SHOWN) {
            return page(proposal, user, "code-" + shown, "", request, model);
        }
        return switch (deciding.confirm(id, Long.parseLong(seen), user.actor(), user.role(), given.get())) {
            case SecondPerson.Outcome.Done done -> {
                fresh.used(request);
                redirected.addFlashAttribute("told", "proposals.CONFIRMED");
                yield "redirect:/proposals/" + id;
            }
            case SecondPerson.Outcome.SamePerson same -> page(proposal, user, "same", "", request, model);
            case SecondPerson.Outcome.MayBeOne one -> page(proposal, user, "one", "", request, model);
            case SecondPerson.Outcome.WrongRole wrong -> page(proposal, user, "role", "", request, model);
            case SecondPerson.Outcome.TooLate late -> {
                redirected.addFlashAttribute("told", "too-late");
                yield "redirect:/proposals/" + id;
            }
            case SecondPerson.Outcome.NotDone not -> page(proposal, user, "not-done", not.why(), request, model);
        };
    }

    @PostMapping(PATH + "/decline")
    String decline(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal ConsoleUser user,
            HttpServletRequest request,
            Model model,
            RedirectAttributes redirected) {
        Proposal proposal = proposals.find(id).orElseThrow(NotFound::new);
        Optional<String> given = Reason.of(reason);
        if (given.isEmpty()) {
            return page(proposal, user, "reason", "", request, model);
        }
        boolean done = deciding.decline(id, user.actor(), user.role(), given.get());
        redirected.addFlashAttribute("told", done ? "proposals.DECLINED" : "too-late");
        return "redirect:/proposals/" + id;
    }

    private String page(
            Proposal proposal, ConsoleUser user, String wrong, String why, HttpServletRequest request, Model model) {
        boolean waits = proposal.waitsAt(clock.instant());
        boolean mine = proposal.proposedBy().equals(user.actor());
        model.addAttribute("proposal", proposal);
        model.addAttribute("waits", waits);
        model.addAttribute("mine", mine);
        model.addAttribute("may", waits && proposal.act().kind().isFor(user.role()));
        model.addAttribute("wrong", wrong);
        model.addAttribute("why", why);
        if (waits) {
            model.addAttribute(
                    "link", mine ? null : deciding.link(proposal, user.actor()).orElse(null));
            model.addAttribute("codeWanted", fresh.isWanted(user.getUsername(), request));
            model.addAttribute("preview", preview(proposal));
        }
        return "console/proposal";
    }

    private CarryOut.Preview preview(Proposal proposal) {
        try {
            return deciding.preview(proposal.act());
        } catch (CarryOut.CannotCarryOut cannot) {
            return new CarryOut.Preview(List.of(), List.of(String.valueOf(cannot.getMessage())), 0);
        }
    }
}
