package vn.lienthong.gateway.access;

import java.time.Clock;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * An administrator helps somebody who lost the phone, and may have lost more: factor, recovery codes and password stop
 * working at once, every session ends, and a new one-time link is the only way back.
 */
public final class ResetFactor {

    private static final int RANDOM_BYTES = 32;

    private final Accounts accounts;
    private final AccessEvents events;
    private final InvitePerson inviting;
    private final RandomGenerator random;
    private final Clock clock;

    /**
     * Put together of its parts.
     *
     * @param random one that nobody can foresee
     */
    public ResetFactor(
            Accounts accounts, AccessEvents events, InvitePerson inviting, RandomGenerator random, Clock clock) {
        this.accounts = accounts;
        this.events = events;
        this.inviting = inviting;
        this.random = random;
        this.clock = clock;
    }

    public InvitePerson.Outcome reset(Account account, String actor, CreateAccount.HashPassword hashing) {
        byte[] nobodyKnows = new byte[RANDOM_BYTES];
        random.nextBytes(nobodyKnows);
        String hash = hashing.hash(java.util.HexFormat.of().formatHex(nobodyKnows));
        return events.together(() -> {
            Instant now = clock.instant();
            accounts.reset(account.username(), hash, now);
            events.add(new AccessEvent(now, actor, AccessAct.FACTOR_RESET, account.username(), ""));
            return inviting.renew(account, actor);
        });
    }
}
