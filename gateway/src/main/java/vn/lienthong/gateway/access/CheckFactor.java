package vn.lienthong.gateway.access;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import vn.lienthong.gateway.digest.Hmac;

/** Whether somebody has the second factor of an account: a code of the app (RFC 6238), or one of the recovery codes. */
public final class CheckFactor {

    /** Clocks of phones are a little off, and typing takes a while: one step before and after (RFC 6238 §5.2). */
    private static final int DRIFT_STEPS = 1;

    private static final Factors.Patience PATIENCE =
            new Factors.Patience(5, Duration.ofSeconds(30), Duration.ofHours(1));

    /** What came of it. */
    public sealed interface Outcome {

        /**
         * It is that person.
         *
         * @param recoveryLeft present where a recovery code was used up
         */
        record Passed(Optional<Integer> recoveryLeft) implements Outcome {}

        record Wrong() implements Outcome {}

        /** Too many wrong ones: this one was not looked at. */
        record Wait(Instant until) implements Outcome {}
    }

    private final Factors factors;
    private final OneTimeCodes codes;

    public CheckFactor(Factors factors, OneTimeCodes codes) {
        this.factors = factors;
        this.codes = codes;
    }

    /** Checks what was typed; each code counts once. */
    public Outcome check(String username, String typed, Instant now) {
        Optional<byte[]> secret = factors.secret(username);
        if (secret.isEmpty()) {
            return new Outcome.Wrong();
        }
        Optional<Instant> until = factors.begin(username, now, PATIENCE);
        if (until.isPresent()) {
            return new Outcome.Wait(until.get());
        }
        String code = typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        return code.length() == OneTimeCodes.DIGITS
                ? app(username, secret.get(), code, now)
                : recovery(username, code, now);
    }

    /** The step of a code that a new key gives, for the moment when a person sets it up. */
    public OptionalLong step(byte[] secret, String typed, Instant now) {
        String code = typed.replaceAll("\\s", "");
        long current = now.getEpochSecond() / OneTimeCodes.STEP_SECONDS;
        OptionalLong found = OptionalLong.empty();
        // All are compared, whichever fits: the time taken tells nothing.
        for (long step = current - DRIFT_STEPS; step <= current + DRIFT_STEPS; step++) {
            if (Hmac.same(bytes(codes.at(secret, step)), bytes(code))) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    private Outcome app(String username, byte[] secret, String code, Instant now) {
        OptionalLong step = step(secret, code, now);
        return step.isPresent() && factors.use(username, step.getAsLong())
                ? new Outcome.Passed(Optional.empty())
                : new Outcome.Wrong();
    }

    private Outcome recovery(String username, String code, Instant now) {
        return RecoveryCodes.isCode(code) && factors.recover(username, RecoveryCodes.digest(code), now)
                ? new Outcome.Passed(Optional.of(factors.recoveryLeft(username)))
                : new Outcome.Wrong();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
