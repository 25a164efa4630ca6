package vn.lienthong.routes.door.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
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
import vn.lienthong.gateway.access.AccountMandates;
import vn.lienthong.gateway.access.ChangeRole;
import vn.lienthong.gateway.access.JournaledMandates;
import vn.lienthong.gateway.access.Right;
import vn.lienthong.gateway.access.Role;

/** One person, for administrators: the role, and the agencies that the person works for. */
@Controller
class PersonPages {

    private final KeepPeople people;
    private final AccountMandates mandates;
    private final MandateWork work;
    private final FreshCode fresh;

    PersonPages(KeepPeople people, AccountMandates mandates, MandateWork work, FreshCode fresh) {
        this.fresh = fresh;
        this.people = people;
        this.mandates = mandates;
        this.work = work;
    }

    @GetMapping("/people/{username}")
    String show(@PathVariable String username, @AuthenticationPrincipal ConsoleUser user, Model model) {
        Account account = people.other(username, user);
        work.show(holder(account), MandateForm.EMPTY, List.of(), model);
        return page(account, model);
    }

    @PostMapping("/people/{username}/role")
    String role(
            @PathVariable String username,
            @RequestParam Role role,
            @RequestParam(defaultValue = "") String was,
            @RequestParam(defaultValue = "false") boolean sure,
            @RequestParam(name = "present", defaultValue = "") String shown,
            @AuthenticationPrincipal ConsoleUser user,
            HttpServletRequest request,
            Model model,
            RedirectAttributes redirected) {
        Account account = people.other(username, user);
        boolean same = role == account.role();
        if (same || (sure && !was.equals(account.role().name()))) {
            redirected.addFlashAttribute("told", same ? "people.role.same" : "too-late");
            return "redirect:/people/" + account.username();
        }
        if (!fresh.letsOn(user, sure, shown, request, model)) {
            model.addAttribute("account", account);
            model.addAttribute("role", role);
            return "console/person-role";
        }
        ChangeRole.Outcome outcome = people.changeRole(account, role, user.actor());
        fresh.used(request);
        redirected.addFlashAttribute(
                "told", outcome == ChangeRole.Outcome.MEANWHILE ? "too-late" : "people." + outcome);
        return "redirect:/people/" + account.username();
    }

    @PostMapping("/people/{username}/mandates")
    String grant(
            @PathVariable String username,
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
        Account account = people.other(username, user);
        MandateForm form = new MandateForm(code.strip(), right, from, to);
        return work.grant(
                        holder(account),
                        form,
                        new MandateWork.Asked(user, sure, shown, request),
                        mandate -> journaled(user).grant(account.username(), mandate),
                        model,
                        redirected)
                .orElseGet(() -> page(account, model));
    }

    @PostMapping("/people/{username}/mandates/end")
    String end(
            @PathVariable String username,
            @RequestParam(defaultValue = "") String mandate,
            @RequestParam(defaultValue = "false") boolean sure,
            @AuthenticationPrincipal ConsoleUser user,
            Model model,
            RedirectAttributes redirected) {
        Account account = people.other(username, user);
        return work.end(
                holder(account),
                mandate,
                sure,
                ended -> journaled(user).end(account.username(), ended),
                model,
                redirected);
    }

    private AccountMandates journaled(ConsoleUser user) {
        return new JournaledMandates(mandates, work.journal(user));
    }

    private MandateWork.Holder holder(Account account) {
        List<Right> rights = Arrays.stream(Right.values())
                .filter(right -> right.isFor(account.role()))
                .toList();
        return new MandateWork.Holder(
                "/people/" + account.username(),
                account.username(),
                account.fullName(),
                rights,
                mandates.of(account.username()));
    }

    private static String page(Account account, Model model) {
        model.addAttribute("account", account);
        model.addAttribute("roles", Role.values());
        return "console/person";
    }
}
