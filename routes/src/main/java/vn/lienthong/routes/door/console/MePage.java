package vn.lienthong.routes.door.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.gateway.access.Account;
import vn.lienthong.gateway.access.Factors;
import vn.lienthong.gateway.access.KeepAccount;
import vn.lienthong.gateway.access.RecoveryCodes;
import vn.lienthong.gateway.finding.Finding;

/** A person's own account: password, second factor, recovery codes, and the way out of every session. */
@Controller
class MePage {

    private static final String PURPOSE = "me";

    private final OwnAccount own;
    private final Factors factors;
    private final KeepAccount keeping;
    private final PendingKey keys;
    private final FreshCode fresh;
    private final EnterConsole entering;

    MePage(
            OwnAccount own,
            Factors factors,
            KeepAccount keeping,
            PendingKey keys,
            FreshCode fresh,
            EnterConsole entering) {
        this.own = own;
        this.factors = factors;
        this.keeping = keeping;
        this.keys = keys;
        this.fresh = fresh;
        this.entering = entering;
    }

    @GetMapping("/me")
    String show(@AuthenticationPrincipal ConsoleUser user, HttpServletRequest request, Model model) {
        model.addAttribute("recoveryUsed", request.getParameter("recovery-used") != null);
        return page(own.of(user), List.of(), request, model);
    }

    @PostMapping("/me/password")
    String password(
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String repeated,
            @AuthenticationPrincipal ConsoleUser user,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirected) {
        Account account = own.of(user);
        String checked = own.hash(account);
        List<Finding> said = OwnAccount.said(own.password(account, current, request.getRemoteAddr()));
        List<Finding> findings = said.isEmpty() ? changed(account, checked, password, repeated) : said;
        if (!findings.isEmpty()) {
            return page(account, findings, request, model);
        }
        entering.again(account, request, response);
        redirected.addFlashAttribute("told", "me.password");
        return "redirect:/me";
    }

    private List<Finding> changed(Account account, String checked, String password, String repeated) {
        return password.equals(repeated)
                ? keeping.changePassword(account, checked, password)
                : List.of(OwnAccount.wrong("repeated", "hai lần nhập mật khẩu khác nhau (expected: giống nhau)"));
    }

    @PostMapping("/me/sign-out")
    String signOut(
            @AuthenticationPrincipal ConsoleUser user,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirected) {
        Account account = own.of(user);
        keeping.signOutEverywhere(account);
        entering.again(account, request, response);
        redirected.addFlashAttribute("told", "me.signed-out");
        return "redirect:/me";
    }

    /**
     * A first one, or another phone: the password is asked for, and a code of the phone before or a recovery code, since an open
     * screen is not yet its person.
     */
    @PostMapping("/me/factor")
    String factor(
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String present,
            @RequestParam(defaultValue = "") String code,
            @AuthenticationPrincipal ConsoleUser user,
            HttpServletRequest request,
            Model model) {
        Account account = own.of(user);
        List<Finding> said = shown(account, current, present, request);
        if (!said.isEmpty()) {
            return page(account, said, request, model);
        }
        byte[] secret = keys.of(request.getSession(), PURPOSE + " " + account.username());
        if (!code.isBlank()) {
            if (keeping.replace(account, secret, code) instanceof KeepAccount.SetUp.Done done) {
                keys.forget(request.getSession());
                fresh.used(request);
                return codes(done.recovery(), model);
            }
        }
        PendingKey.show(secret, account.username(), model);
        model.addAttribute("wrong", !code.isBlank());
        model.addAttribute("action", "/me/factor");
        return "console/factor-set-up";
    }

    @PostMapping("/me/recovery")
    String recovery(
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String present,
            @AuthenticationPrincipal ConsoleUser user,
            HttpServletRequest request,
            Model model) {
        Account account = own.of(user);
        List<Finding> said = shown(account, current, present, request);
        if (!said.isEmpty() || !factors.exists(account.username())) {
            return page(account, said, request, model);
        }
        fresh.used(request);
        return codes(keeping.renewRecovery(account), model);
    }

    private List<Finding> shown(Account account, String current, String present, HttpServletRequest request) {
        List<Finding> said = OwnAccount.said(own.password(account, current, request.getRemoteAddr()));
        return said.isEmpty() ? OwnAccount.said(fresh.show(account.username(), present, request)) : said;
    }

    private static String codes(RecoveryCodes recovery, Model model) {
        model.addAttribute("codes", recovery.codes());
        model.addAttribute("onward", "/me");
        return "console/recovery";
    }

    private String page(Account account, List<Finding> findings, HttpServletRequest request, Model model) {
        model.addAttribute("byPassword", own.hasPassword(account));
        model.addAttribute("codeWanted", fresh.isWanted(account.username(), request));
        model.addAttribute("account", account);
        model.addAttribute("findings", findings);
        model.addAttribute("factor", factors.exists(account.username()));
        model.addAttribute("left", factors.recoveryLeft(account.username()));
        return "console/me";
    }
}
