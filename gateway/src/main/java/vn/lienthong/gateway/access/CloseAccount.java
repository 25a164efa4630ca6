package vn.lienthong.gateway.access;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Ends an account: nobody comes in by it any more, what is open ends, and the name stays taken, since what the person decided
 * bears it. The account that opens the door when the issuer does not answer stays, and so does the last administrator.
 */
public final class CloseAccount {

    /** What came of it. */
    public enum Outcome {
        CLOSED,
        /** It is the one way in while the issuer of the settings cannot be reached. */
        BREAK_GLASS,
        /** Nobody would be left to let anybody in. */
        LAST_ADMINISTRATOR
    }

    private final Accounts accounts;
    private final Sessions sessions;
    private final AccessEvents events;
    private final @Nullable String breakGlass;
    private final Clock clock;

    /** @param breakGlass the name of the account that stays; null where people do not come by an issuer */
    public CloseAccount(
            Accounts accounts, Sessions sessions, AccessEvents events, @Nullable String breakGlass, Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.events = events;
        this.breakGlass = breakGlass;
        this.clock = clock;
    }

    /** Why it would not be closed; empty where it would. */
    public Optional<Outcome> refusal(String username) {
        if (username.equals(breakGlass)) {
            return Optional.of(Outcome.BREAK_GLASS);
        }
        return accounts.isLastAdministrator(username) ? Optional.of(Outcome.LAST_ADMINISTRATOR) : Optional.empty();
    }

    public Outcome close(String username, String actor) {
        if (username.equals(breakGlass)) {
            return Outcome.BREAK_GLASS;
        }
        return events.together(() -> closed(username, actor));
    }

    private Outcome closed(String username, String actor) {
        if (!accounts.close(username)) {
            return Outcome.LAST_ADMINISTRATOR;
        }
        Instant now = clock.instant();
        sessions.endBefore(username, now);
        events.add(new AccessEvent(now, actor, AccessAct.ACCOUNT_CLOSED, username, ""));
        return Outcome.CLOSED;
    }
}
