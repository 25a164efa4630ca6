package vn.lienthong.routes.command.sign;

import java.util.Optional;

/**
 * What came of one result.
 *
 * @param why in words; empty where it is signed
 */
record SignOutcome(SignJob job, State state, Optional<String> why) {

    /** Its names are part of {@code --json} and do not change. */
    enum State {
        SIGNED,
        /** For what is in the file, or where its result was to lie. */
        REFUSED,
        /** The level asked for is not to be had now; no file was written. */
        NOT_PROVEN,
        /** The key did not sign it. */
        KEY_FAILED,
        /** The key was lost before. */
        NOT_TRIED
    }

    static SignOutcome signed(SignJob job) {
        return new SignOutcome(job, State.SIGNED, Optional.empty());
    }

    static SignOutcome not(SignJob job, State state, String why) {
        return new SignOutcome(job, state, Optional.of(why));
    }
}
