package vn.lienthong.gateway.access;

import java.time.Clock;
import java.time.Instant;

/**
 * Tries at a second factor, each with its line in the journal: who has the password of an account and guesses the code is
 * written down, and no recovery code is used up without a word of it.
 */
public final class JournaledFactorCheck {

    private final CheckFactor checking;
    private final AccessEvents events;
    private final Clock clock;

    public JournaledFactorCheck(CheckFactor checking, AccessEvents events, Clock clock) {
        this.checking = checking;
        this.events = events;
        this.clock = clock;
    }

    /**
     * As {@link CheckFactor#check}; the try and its line are both on record, or neither.
     *
     * @param from the address it came from
     */
    public CheckFactor.Outcome check(String username, String typed, String from) {
        return events.together(() -> {
            Instant now = clock.instant();
            CheckFactor.Outcome outcome = checking.check(username, typed, now);
            switch (outcome) {
                case CheckFactor.Outcome.Passed passed ->
                    passed.recoveryLeft()
                            .ifPresent(
                                    left -> note(now, username, AccessAct.RECOVERY_CODE_USED, left + " left, " + from));
                case CheckFactor.Outcome.Wrong wrong -> note(now, username, AccessAct.FACTOR_FAILED, from);
                case CheckFactor.Outcome.Wait wait -> {
                    // Not looked at: written down for each try, the journal would be the guesser's to fill.
                }
            }
            return outcome;
        });
    }

    private void note(Instant now, String username, AccessAct act, String detail) {
        events.add(new AccessEvent(now, "USER:" + username, act, username, detail));
    }
}
