package vn.lienthong.routes.door.console;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.lienthong.gateway.access.CheckFactor;
import vn.lienthong.gateway.access.Factors;

/**
 * A code of the second factor for an act that an open screen must not be enough for. It counts for a few minutes and for one
 * act, so that what goes wrong otherwise can be done over without waiting for the next code.
 */
@Component
final class FreshCode {

    private static final String NAME = FreshCode.class.getName();
    private static final Duration GOOD_FOR = Duration.ofMinutes(5);

    /** Whether the act may go on. */
    enum Outcome {
        SHOWN,
        /** None was typed, or it is not right. */
        WRONG,
        /** Too many wrong ones. */
        WAIT
    }

    private record Shown(String username, Instant at) implements java.io.Serializable {}

    private final Factors factors;
    private final TryFactor trying;
    private final Clock clock;

    FreshCode(Factors factors, TryFactor trying, Clock clock) {
        this.factors = factors;
        this.trying = trying;
        this.clock = clock;
    }

    /** Whether a page has to ask for it: not of who has no second factor, nor of who has just shown it. */
    boolean isWanted(String username, HttpServletRequest request) {
        return factors.exists(username) && !isFresh(username, request);
    }

    /** @param typed what stands in the field; each code is counted as at the login */
    Outcome show(String username, String typed, HttpServletRequest request) {
        if (!isWanted(username, request)) {
            return Outcome.SHOWN;
        }
        if (typed.isBlank()) {
            return Outcome.WRONG;
        }
        return switch (trying.check(username, typed, request.getRemoteAddr())) {
            case CheckFactor.Outcome.Passed passed -> {
                request.getSession().setAttribute(NAME, new Shown(username, clock.instant()));
                yield Outcome.SHOWN;
            }
            case CheckFactor.Outcome.Wrong wrong -> Outcome.WRONG;
            case CheckFactor.Outcome.Wait wait -> Outcome.WAIT;
        };
    }

    /**
     * For a page that shows an act before it is made: whether it may be made now. Where not, the model has what the page asks for.
     *
     * @param sure whether the act was shown before
     */
    boolean letsOn(ConsoleUser user, boolean sure, String typed, HttpServletRequest request, Model model) {
        Outcome shown = sure ? show(user.getUsername(), typed, request) : Outcome.WRONG;
        if (shown == Outcome.SHOWN) {
            return true;
        }
        model.addAttribute("codeWanted", isWanted(user.getUsername(), request));
        model.addAttribute("codeWrong", sure ? shown : null);
        return false;
    }

    /** The act is done: the next one asks anew. */
    void used(HttpServletRequest request) {
        request.getSession().removeAttribute(NAME);
    }

    private boolean isFresh(String username, HttpServletRequest request) {
        return request.getSession().getAttribute(NAME) instanceof Shown shown
                && shown.username().equals(username)
                && clock.instant().isBefore(shown.at().plus(GOOD_FOR));
    }
}
