package vn.lienthong.gateway.access;

import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import vn.lienthong.gateway.finding.Finding;

/** What a person does to an account of her own once she is in. */
public final class KeepAccount {

    private final CreateAccount creating;
    private final Factors factors;
    private final CheckFactor checking;
    private final Sessions sessions;
    private final AccessEvents events;
    private final RandomGenerator random;
    private final Clock clock;

    /**
     * Put together of its parts.
     *
     * @param random one that nobody can foresee
     */
    public KeepAccount(
            CreateAccount creating,
            Factors factors,
            CheckFactor checking,
            Sessions sessions,
            AccessEvents events,
            RandomGenerator random,
            Clock clock) {
        this.creating = creating;
        this.factors = factors;
        this.checking = checking;
        this.sessions = sessions;
        this.events = events;
        this.random = random;
        this.clock = clock;
    }

    /**
     * Another password; all sessions that began before are over. Gives what is wrong with it, or nothing.
     *
     * @param checked the hash that the present password was checked against
     */
    public List<Finding> changePassword(Account account, String checked, String password) {
        return switch (creating.change(account, checked, password, replacing -> replaced(account, replacing))) {
            case CreateAccount.Outcome.Created created -> List.of();
            case CreateAccount.Outcome.Refused refused -> refused.findings();
        };
    }

    private boolean replaced(Account account, BooleanSupplier replacing) {
        return events.together(() -> {
            boolean replaced = replacing.getAsBoolean();
            if (replaced) {
                signOutEverywhere(account, AccessAct.PASSWORD_CHANGED);
            }
            return replaced;
        });
    }

    public void signOutEverywhere(Account account) {
        signOutEverywhere(account, AccessAct.SIGNED_OUT_EVERYWHERE);
    }

    /** What came of setting up a factor. */
    public sealed interface SetUp {

        /** It is in use; its recovery codes are shown this once. */
        record Done(RecoveryCodes recovery) implements SetUp {}

        /** The code does not prove that the person has the key. */
        record Wrong() implements SetUp {}

        /** The account got a factor meanwhile, which stays. */
        record Taken() implements SetUp {}
    }

    /** Takes the account's first factor into use: who only has the password must not put his own in place of one that is there. */
    public SetUp setUpFirst(Account account, byte[] secret, String code) {
        return setUp(account, secret, code, fresh -> factors.add(account.username(), fresh, clock.instant()));
    }

    /** Takes another factor into use, in place of the one that was there; for who has shown that one. */
    public SetUp replace(Account account, byte[] secret, String code) {
        return setUp(account, secret, code, fresh -> {
            factors.set(account.username(), fresh, clock.instant());
            return true;
        });
    }

    private SetUp setUp(Account account, byte[] secret, String code, Predicate<Factors.Fresh> keeping) {
        OptionalLong step = checking.step(secret, code, clock.instant());
        if (step.isEmpty()) {
            return new SetUp.Wrong();
        }
        RecoveryCodes recovery = RecoveryCodes.make(random);
        return events.together(() -> {
            if (!keeping.test(new Factors.Fresh(secret, step.getAsLong(), recovery.digests()))) {
                return new SetUp.Taken();
            }
            note(account, AccessAct.FACTOR_SET_UP);
            return new SetUp.Done(recovery);
        });
    }

    /** Ten new recovery codes; the old ones no longer work. */
    public RecoveryCodes renewRecovery(Account account) {
        RecoveryCodes recovery = RecoveryCodes.make(random);
        return events.together(() -> {
            factors.renewRecovery(account.username(), recovery.digests());
            note(account, AccessAct.RECOVERY_CODES_RENEWED);
            return recovery;
        });
    }

    /** A key for an authenticator app: 160 bits, as RFC 4226 §4 wants. */
    public byte[] freshSecret() {
        byte[] secret = new byte[20];
        random.nextBytes(secret);
        return secret;
    }

    private void signOutEverywhere(Account account, AccessAct act) {
        events.together(() -> {
            sessions.endBefore(account.username(), clock.instant());
            note(account, act);
            return account;
        });
    }

    private void note(Account account, AccessAct act) {
        String actor = "USER:" + account.username();
        events.add(new AccessEvent(clock.instant(), actor, act, account.username(), ""));
    }
}
