package vn.lienthong.gateway.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import vn.lienthong.gateway.digest.Sha256;

/** Second factors of accounts. Their keys lie encrypted under the master key, recovery codes as digests only. */
public interface Factors {

    /**
     * A factor that was just set up.
     *
     * @param secret the key that the person's app shares
     * @param step the time step whose code proved it; that code does not count again
     */
    record Fresh(byte[] secret, long step, Set<Sha256> recoveryCodes) {
        public Fresh {
            secret = secret.clone();
            recoveryCodes = Set.copyOf(recoveryCodes);
        }

        @Override
        public byte[] secret() {
            return secret.clone();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Fresh fresh
                    && Arrays.equals(secret, fresh.secret)
                    && step == fresh.step
                    && recoveryCodes.equals(fresh.recoveryCodes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(secret);
        }

        /** Without the key: records are printed in messages. */
        @Override
        public String toString() {
            return "Fresh[step=" + step + "]";
        }
    }

    /**
     * How long who guesses has to wait: nothing for the first tries, then twice as long after each.
     *
     * @param free tries in a row without a wait
     * @param first the first wait
     * @param longest no wait is longer
     */
    record Patience(int free, Duration first, Duration longest) {}

    /** The key of the account's factor; empty where it has none. */
    Optional<byte[]> secret(String username);

    boolean exists(String username);

    /** Gives the account this factor unless it has one; false where it has, which is left as it is. */
    boolean add(String username, Fresh factor, Instant at);

    /** Gives the account this factor, in place of any other. */
    void set(String username, Fresh factor, Instant at);

    /** Takes factor and recovery codes away. */
    void remove(String username);

    /**
     * Counts a try before it is made, so that tries at the same time are counted too.
     *
     * @return empty when it may be made; else the instant until which to wait, and nothing is counted
     */
    Optional<Instant> begin(String username, Instant now, Patience patience);

    /**
     * Uses a time step's code.
     *
     * @return whether it counts: false for a step that is not later than the one used last. The tries are forgotten then
     */
    boolean use(String username, long step);

    /** Uses a recovery code; false when there is none such, or it was used. The tries are forgotten where it counts. */
    boolean recover(String username, Sha256 code, Instant at);

    /** Replaces all recovery codes. */
    void renewRecovery(String username, Set<Sha256> codes);

    /** Recovery codes that still work. */
    int recoveryLeft(String username);
}
