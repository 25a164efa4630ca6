package vn.lienthong.gateway.access;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Gives a person another role. What is open under the one before ends at the next click; mandates stay on record and count
 * only for the roles that may hold them. The account that opens the door when the issuer does not answer stays an
 * administrator's, and so does the last administrator's.
 */
public final class ChangeRole {

    /** What came of it. */
    public enum Outcome {
        ROLE_CHANGED,
        BREAK_GLASS,
        /** The account has another role by now than whoever decided saw. */
        MEANWHILE,
        LAST_ADMINISTRATOR
    }

    private final Accounts accounts;
    private final AccessEvents events;
    private final @Nullable String breakGlass;
    private final Clock clock;

    /** @param breakGlass the name of the account that stays; null where people do not come by an issuer */
    public ChangeRole(Accounts accounts, AccessEvents events, @Nullable String breakGlass, Clock clock) {
        this.accounts = accounts;
        this.events = events;
        this.breakGlass = breakGlass;
        this.clock = clock;
    }

    /**
     * Changes it.
     *
     * @param account as whoever decides saw it
     */
    public Outcome change(Account account, Role to, String actor) {
        String username = account.username();
        if (username.equals(breakGlass) && to != Role.ADMINISTRATOR) {
            return Outcome.BREAK_GLASS;
        }
        return events.together(() -> changed(account, to, actor));
    }

    private Outcome changed(Account account, Role to, String actor) {
        String username = account.username();
        Instant now = clock.instant();
        return switch (accounts.changeRole(username, account.role(), to, now)) {
            case LAST_ADMINISTRATOR -> Outcome.LAST_ADMINISTRATOR;
            case MEANWHILE -> Outcome.MEANWHILE;
            case CHANGED -> {
                String detail = account.role() + " -> " + to;
                events.add(new AccessEvent(now, actor, AccessAct.ROLE_CHANGED, username, detail));
                yield Outcome.ROLE_CHANGED;
            }
        };
    }
}
