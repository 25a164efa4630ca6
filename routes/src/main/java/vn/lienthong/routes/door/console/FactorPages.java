package vn.lienthong.routes.door.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lienthong.gateway.access.Account;
import vn.lienthong.gateway.access.Accounts;
import vn.lienthong.gateway.access.CheckFactor;
import vn.lienthong.gateway.access.KeepAccount;
import vn.lienthong.gateway.access.Sessions;

/** Between the password and the first page: the code of the second factor, or setting one up. */
@Controller
class FactorPages {

    private static final String PURPOSE = "login";

    private final Accounts accounts;
    private final Sessions sessions;
    private final TryFactor trying;
    private final KeepAccount keeping;
    private final PendingKey keys;
    private final EnterConsole entering;
    private final Clock clock;

    FactorPages(
            Accounts accounts,
            Sessions sessions,
            TryFactor trying,
            KeepAccount keeping,
            PendingKey keys,
            EnterConsole entering,
            Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.trying = trying;
        this.keeping = keeping;
        this.keys = keys;
        this.entering = entering;
        this.clock = clock;
    }

    @GetMapping("/login/code")
    String ask(@AuthenticationPrincipal @Nullable ConsoleUser user, Model model) {
        return account(user, LoginStep.CODE)
                .map(account -> ask(account, "", 0, model))
                .orElse("redirect:/login");
    }

    @PostMapping("/login/code")
    String check(
            @RequestParam(defaultValue = "") String code,
            @AuthenticationPrincipal @Nullable ConsoleUser user,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<Account> found = account(user, LoginStep.CODE);
        if (found.isEmpty()) {
            return "redirect:/login";
        }
        Account account = found.get();
        return switch (trying.check(account.username(), code, request.getRemoteAddr())) {
            case CheckFactor.Outcome.Passed passed -> {
                entering.enter(account, "password and second factor", request, response);
                yield passed.recoveryLeft().isPresent()
                        ? "redirect:/me?recovery-used"
                        : "redirect:" + EnterConsole.wanted(request, response);
            }
            case CheckFactor.Outcome.Wrong wrong -> ask(account, "wrong", 0, model);
            case CheckFactor.Outcome.Wait wait -> ask(account, "wait", minutes(wait.until()), model);
        };
    }

    @GetMapping("/login/set-up")
    String show(@AuthenticationPrincipal @Nullable ConsoleUser user, HttpServletRequest request, Model model) {
        return account(user, LoginStep.SET_UP)
                .map(account -> show(account, false, request, model))
                .orElse("redirect:/login");
    }

    @PostMapping("/login/set-up")
    String setUp(
            @RequestParam(defaultValue = "") String code,
            @AuthenticationPrincipal @Nullable ConsoleUser user,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<Account> found = account(user, LoginStep.SET_UP);
        if (found.isEmpty()) {
            return "redirect:/login";
        }
        Account account = found.get();
        return switch (keeping.setUpFirst(account, keys.of(request.getSession(), purpose(account)), code)) {
            case KeepAccount.SetUp.Wrong wrong -> show(account, true, request, model);
            case KeepAccount.SetUp.Taken taken -> {
                // Somebody set one up meanwhile: whoever sits here has to show that one.
                request.getSession().invalidate();
                yield "redirect:/login?ended";
            }
            case KeepAccount.SetUp.Done done -> {
                keys.forget(request.getSession());
                String onward = EnterConsole.wanted(request, response);
                entering.enter(account, "password, second factor set up", request, response);
                model.addAttribute("codes", done.recovery().codes());
                model.addAttribute("onward", onward);
                yield "console/recovery";
            }
        };
    }

    private static String purpose(Account account) {
        return PURPOSE + " " + account.username();
    }

    /** The account, where somebody is at this step and the account is still open. */
    private Optional<Account> account(@Nullable ConsoleUser user, LoginStep step) {
        return Optional.ofNullable(user)
                .filter(known -> known.step() == step)
                .filter(known -> sessions.counts(known.getUsername(), known.role(), known.begunAt()))
                .flatMap(known -> accounts.find(known.getUsername()));
    }

    private static String ask(Account account, String hint, long minutes, Model model) {
        model.addAttribute("username", account.username());
        model.addAttribute("hint", hint);
        model.addAttribute("minutes", minutes);
        return "console/factor-code";
    }

    private String show(Account account, boolean wrong, HttpServletRequest request, Model model) {
        PendingKey.show(keys.of(request.getSession(), purpose(account)), account.username(), model);
        model.addAttribute("wrong", wrong);
        model.addAttribute("action", "/login/set-up");
        return "console/factor-set-up";
    }

    private long minutes(Instant until) {
        return Math.max(
                1, Duration.between(clock.instant(), until).plusSeconds(59).toMinutes());
    }
}
