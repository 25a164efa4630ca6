package vn.lienthong.routes.door.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import vn.lienthong.gateway.access.AccessAct;
import vn.lienthong.gateway.access.AccessEvent;
import vn.lienthong.gateway.access.AccessEvents;
import vn.lienthong.gateway.access.Accounts;
import vn.lienthong.routes.platform.ConsoleSettings;
import vn.lienthong.routes.platform.GatewayConfiguration;

/** Logins by password, and where they lead: to the second factor first, where there is or must be one. */
@Component
final class Logins {

    private final Accounts accounts;
    private final NextLoginStep steps;
    private final PendingKey keys;
    private final AccessEvents events;
    private final Clock clock;
    private final AuthenticationProvider passwords;

    /** The one account whose password counts, where the issuer is the way in for all others. */
    private final @Nullable String breakGlass;

    Logins(
            Accounts accounts,
            PasswordEncoder encoder,
            NextLoginStep steps,
            PendingKey keys,
            AccessEvents events,
            GatewayConfiguration configuration,
            Clock clock) {
        this.accounts = accounts;
        this.steps = steps;
        this.keys = keys;
        this.events = events;
        this.clock = clock;
        ConsoleSettings settings = configuration.console();
        this.breakGlass = settings.oidc() == null ? null : settings.oidc().breakGlass();
        DaoAuthenticationProvider checking = new DaoAuthenticationProvider(this::user);
        checking.setPasswordEncoder(encoder);
        // Not a bean: another provider made from it would not count wrong passwords.
        this.passwords =
                new GuardedLogin(checking, new LoginAttempts(clock, settings.loginFailures(), settings.loginPause()));
    }

    /** Whether this account's password counts. */
    boolean isByPassword(String username) {
        return breakGlass == null || breakGlass.equals(username);
    }

    AuthenticationProvider passwords() {
        return passwords;
    }

    /** The same, and nothing besides. */
    AuthenticationManager byPassword() {
        return new ProviderManager(passwords);
    }

    /** After a right password. */
    void succeeded(HttpServletRequest request, HttpServletResponse response, Authentication known) throws IOException {
        ConsoleUser user = (ConsoleUser) known.getPrincipal();
        keys.forget(request.getSession());
        if (user.isIn()) {
            String detail = "password, " + request.getRemoteAddr();
            events.add(new AccessEvent(clock.instant(), user.actor(), AccessAct.LOGGED_IN, user.getUsername(), detail));
            response.sendRedirect(EnterConsole.wanted(request, response));
        } else {
            response.sendRedirect(user.step().path());
        }
    }

    private UserDetails user(String username) {
        return accounts.find(username)
                .filter(account -> isByPassword(username))
                .flatMap(account -> accounts.passwordHash(username)
                        .map(hash -> new ConsoleUser(account, hash, steps.after(account), clock.instant())))
                .orElseThrow(() -> new UsernameNotFoundException("no such account"));
    }
}
