package vn.lienthong.routes.door.console;

import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import vn.lienthong.gateway.access.Account;

/**
 * A login that cannot be tried for ever, nor by many at a time: a hash costs a quarter of a second of a core, which a flood
 * of logins must not take away from documents.
 */
final class GuardedLogin implements AuthenticationProvider {

    private static final Logger LOG = LoggerFactory.getLogger(GuardedLogin.class);
    private static final int AT_A_TIME = 2;
    private static final int WAITING = 20;

    private final AuthenticationProvider passwords;
    private final LoginAttempts attempts;
    private final Semaphore turn = new Semaphore(AT_A_TIME, true);

    GuardedLogin(AuthenticationProvider passwords, LoginAttempts attempts) {
        this.passwords = passwords;
        this.attempts = attempts;
    }

    @Override
    public Authentication authenticate(Authentication tried) {
        String username = tried.getName();
        String address = address(tried);
        if (attempts.mustWait(username, address)) {
            throw new LockedException("too many wrong passwords");
        }
        try {
            Authentication known = inTurn(tried);
            attempts.succeeded(username, address);
            LOG.info("login of {} from {}", known.getName(), address);
            return known;
        } catch (BadCredentialsException e) {
            attempts.failed(username, address);
            // A person may type the password where the name belongs: what is no name is not written down.
            LOG.warn("failed login of {} from {}", Account.isUsername(username) ? username : "(no username)", address);
            throw e;
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    private Authentication inTurn(Authentication tried) {
        if (turn.getQueueLength() >= WAITING) {
            throw new Busy();
        }
        turn.acquireUninterruptibly();
        try {
            Authentication known = passwords.authenticate(tried);
            if (known == null) {
                throw new BadCredentialsException("not a password login");
            }
            return known;
        } finally {
            turn.release();
        }
    }

    /** Too many logins wait already. */
    private static final class Busy extends AuthenticationServiceException {
        private static final long serialVersionUID = 1;

        Busy() {
            super("too many logins at a time");
        }
    }

    /** What tells where somebody who is in asks from, when the password is asked for again. */
    static Object from(String address) {
        return new Address(address);
    }

    private record Address(String text) {}

    private static String address(Authentication tried) {
        if (tried.getDetails() instanceof WebAuthenticationDetails details) {
            return details.getRemoteAddress();
        }
        return tried.getDetails() instanceof Address address ? address.text() : "";
    }

    /** What the login page tells. */
    static String hint(AuthenticationException failure) {
        return switch (failure) {
            case LockedException locked -> "wait";
            case Busy busy -> "busy";
            default -> "wrong";
        };
    }
}
