package vn.lienthong.routes.door.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serial;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.gateway.access.CheckFactor;
import vn.lienthong.gateway.access.Factors;
import vn.lienthong.routes.platform.GatewayConfiguration;
import vn.lienthong.routes.platform.Mode;

/**
 * The clerk seals with the agency's key under his own control (Circular 41/2017/TT-BTTTT): an open screen is not yet its
 * person, so a second factor is shown, and again after a while. Who has none here, whatever an issuer asked for at the login, sets
 * one up first; in a demonstration nobody needs one.
 */
@Component
final class ConfirmSealing {

    private static final String SHOWN = ConfirmSealing.class.getName();

    private final Factors factors;
    private final TryFactor trying;
    private final Duration every;
    private final boolean demonstration;
    private final Clock clock;

    ConfirmSealing(Factors factors, TryFactor trying, GatewayConfiguration configuration, Mode mode, Clock clock) {
        this.factors = factors;
        this.trying = trying;
        this.every = configuration.seal().confirmEvery();
        this.demonstration = mode == Mode.DEMO;
        this.clock = clock;
    }

    /** Who showed it in this session, and when. */
    private record Shown(String username, Instant at) implements Serializable {
        @Serial
        private static final long serialVersionUID = 1L;
    }

    /** How an answer is to be taken; its name names the text. */
    enum Answer {
        CONFIRMED,
        MISSING,
        /** There is nothing to confirm with: to be set up first. */
        NONE,
        WRONG,
        WAIT
    }

    /** Whether the person has nothing to confirm with and needs it. */
    boolean isLacking(ConsoleUser user) {
        return !demonstration && !factors.exists(user.getUsername());
    }

    boolean isNeeded(ConsoleUser user, HttpServletRequest request) {
        return factors.exists(user.getUsername()) && !isFresh(user, request.getSession(false));
    }

    private boolean isFresh(ConsoleUser user, @Nullable HttpSession session) {
        return session != null
                && session.getAttribute(SHOWN) instanceof Shown shown
                && shown.username().equals(user.getUsername())
                && clock.instant().isBefore(shown.at().plus(every));
    }

    /** Looks at the code where one is needed. */
    Answer confirm(ConsoleUser user, String code, HttpServletRequest request) {
        if (isLacking(user)) {
            return Answer.NONE;
        }
        if (!isNeeded(user, request)) {
            return Answer.CONFIRMED;
        }
        return check(user, code, request);
    }

    /** Looks at the code, whatever this session showed before: for what only the person may do, each time. */
    Answer confirmAnew(ConsoleUser user, String code, HttpServletRequest request) {
        if (isLacking(user)) {
            return Answer.NONE;
        }
        return exists(user) ? check(user, code, request) : Answer.CONFIRMED;
    }

    /** Whether the person has a second factor here. */
    boolean exists(ConsoleUser user) {
        return factors.exists(user.getUsername());
    }

    /** How what was confirmed anew was confirmed, for the journal. */
    String how(ConsoleUser user) {
        return exists(user) ? "second factor" : "session alone, in a demonstration";
    }

    private Answer check(ConsoleUser user, String code, HttpServletRequest request) {
        if (code.isBlank()) {
            return Answer.MISSING;
        }
        return switch (trying.check(user.getUsername(), code, request.getRemoteAddr())) {
            case CheckFactor.Outcome.Passed passed -> {
                request.getSession().setAttribute(SHOWN, new Shown(user.getUsername(), clock.instant()));
                yield Answer.CONFIRMED;
            }
            case CheckFactor.Outcome.Wrong wrong -> Answer.WRONG;
            case CheckFactor.Outcome.Wait wait -> Answer.WAIT;
        };
    }
}
