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
import vn.lienthong.gateway.access.Account;
import vn.lienthong.gateway.access.CloseAccount;
import vn.lienthong.gateway.access.InvitePerson;
import vn.lienthong.gateway.access.Role;
import vn.lienthong.gateway.finding.Finding;

/** People who may log in: an administrator invites, helps who lost the second factor, and closes accounts. */
@Controller
class PeoplePages {

    private final KeepPeople people;
    private final FreshCode fresh;

    PeoplePages(KeepPeople people, FreshCode fresh) {
        this.people = people;
        this.fresh = fresh;
    }

    @GetMapping("/people")
    String list(@AuthenticationPrincipal ConsoleUser user, HttpServletRequest request, Model model) {
        fresh.letsOn(user, false, "", request, model);
        return page("", "", Role.CLERK, List.of(), model);
    }

    @PostMapping("/people/invite")
    String invite(
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String fullName,
            @RequestParam Role role,
            @RequestParam(name = "present", defaultValue = "") String shown,
            @AuthenticationPrincipal ConsoleUser user,
            HttpServletRequest request,
            Model model) {
        if (!fresh.letsOn(user, true, shown, request, model)) {
            return page(username, fullName, role, List.of(), model);
        }
        return switch (people.invite(username.strip(), fullName, role, user.actor())) {
            case InvitePerson.Outcome.Invited invited -> link(invited, request, model);
            case InvitePerson.Outcome.Refused refused -> page(username, fullName, role, refused.findings(), model);
        };
    }

    @GetMapping("/people/{username}/reset")
    String askReset(
            @PathVariable String username,
            @AuthenticationPrincipal ConsoleUser user,
            HttpServletRequest request,
            Model model) {
        fresh.letsOn(user, false, "", request, model);
        return confirm(people.other(username, user), "reset", model);
    }

    @PostMapping("/people/{username}/reset")
    String reset(
            @PathVariable String username,
            @RequestParam(name = "present", defaultValue = "") String shown,
            @AuthenticationPrincipal ConsoleUser user,
            HttpServletRequest request,
            Model model) {
        Account account = people.other(username, user);
        if (!fresh.letsOn(user, true, shown, request, model)) {
            return confirm(account, "reset", model);
        }
        return switch (people.reset(account, user.actor())) {
            case InvitePerson.Outcome.Invited invited -> link(invited, request, model);
            case InvitePerson.Outcome.Refused refused -> page("", "", account.role(), refused.findings(), model);
        };
    }

    @GetMapping("/people/{username}/close")
    String askClose(@PathVariable String username, @AuthenticationPrincipal ConsoleUser user, Model model) {
        Account account = people.other(username, user);
        model.addAttribute("keeps", people.keeps(account).orElse(null));
        return confirm(account, "close", model);
    }

    @PostMapping("/people/{username}/close")
    String close(
            @PathVariable String username, @AuthenticationPrincipal ConsoleUser user, RedirectAttributes redirected) {
        CloseAccount.Outcome outcome = people.close(people.other(username, user), user.actor());
        redirected.addFlashAttribute("told", "people." + outcome);
        return "redirect:/people";
    }

    private String page(String username, String fullName, Role role, List<Finding> findings, Model model) {
        model.addAttribute("people", people.all());
        model.addAttribute("invites", people.waiting());
        model.addAttribute("roles", Role.values());
        model.addAttribute("username", username);
        model.addAttribute("fullName", fullName);
        model.addAttribute("role", role);
        model.addAttribute("findings", findings);
        return "console/people";
    }

    private static String confirm(Account account, String act, Model model) {
        model.addAttribute("account", account);
        model.addAttribute("act", act);
        return "console/people-act";
    }

    /** Shown in the answer itself: no address leads to it a second time. */
    private String link(InvitePerson.Outcome.Invited invited, HttpServletRequest request, Model model) {
        fresh.used(request);
        model.addAttribute("invited", invited);
        model.addAttribute("link", people.address(invited.link()));
        return "console/people-invited";
    }
}
