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
    private final EnterConsole entering;

    MePage(OwnAccount own, Factors factors, KeepAccount keeping, PendingKey keys, EnterConsole entering) {
        this.own = own;
        this.factors = factors;
        this.keeping = keeping;
        this.keys = keys;
        this.entering = entering;
    }

    @GetMapping("/me")
    String show(@AuthenticationPrincipal ConsoleUser user, HttpServletRequest request, Model model) {
        model.addAttribute("recoveryUsed", request.getParameter("recovery-used") != null);
        return page(own.of(user), List.of(), model);
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
        List<Finding> findings = own.isPassword(account, current, request.getRemoteAddr())
                ? changed(account, checked, password, repeated)
                : List.of(OwnAccount.wrong("current", "không đúng (expected: mật khẩu đang dùng)"));
        if (!findings.isEmpty()) {
            return page(account, findings, model);
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

    /** A first one, or another phone: the password is asked for, since an open screen is not yet its person. */
    @PostMapping("/me/factor")
    String factor(
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String code,
            @AuthenticationPrincipal ConsoleUser user,
            HttpServletRequest request,
            Model model) {
        Account account = own.of(user);
        if (!own.isPassword(account, current, request.getRemoteAddr())) {
            return page(
                    account, List.of(OwnAccount.wrong("current", "không đúng (expected: mật khẩu đang dùng)")), model);
        }
        byte[] secret = keys.of(request.getSession(), PURPOSE + " " + account.username());
        if (!code.isBlank()) {
            if (keeping.replace(account, secret, code) instanceof KeepAccount.SetUp.Done done) {
                keys.forget(request.getSession());
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
            @AuthenticationPrincipal ConsoleUser user,
            HttpServletRequest request,
            Model model) {
        Account account = own.of(user);
        if (!factors.exists(account.username()) || !own.isPassword(account, current, request.getRemoteAddr())) {
            return page(
                    account, List.of(OwnAccount.wrong("current", "không đúng (expected: mật khẩu đang dùng)")), model);
        }
        return codes(keeping.renewRecovery(account), model);
    }

    private static String codes(RecoveryCodes recovery, Model model) {
        model.addAttribute("codes", recovery.codes());
        model.addAttribute("onward", "/me");
        return "console/recovery";
    }

    private String page(Account account, List<Finding> findings, Model model) {
        model.addAttribute("account", account);
        model.addAttribute("findings", findings);
        model.addAttribute("factor", factors.exists(account.username()));
        model.addAttribute("left", factors.recoveryLeft(account.username()));
        return "console/me";
    }
}
