package vn.lienthong.gateway.approval;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import vn.lienthong.gateway.seal.HeldKeys;
import vn.lienthong.gateway.seal.KeyLine;
import vn.lienthong.gateway.seal.KeyLines;
import vn.lienthong.gateway.signature.key.SigningException;

/** The key of one officer, for as long as one is at it: others wait for their turn. */
final class OpenSigner implements AutoCloseable {

    private final HeldKeys<String, SignerId, SignerKey> keys;
    private final KeyLine line;
    private final String officer;
    private final Duration answer;

    private OpenSigner(HeldKeys<String, SignerId, SignerKey> keys, KeyLine line, String officer, Duration answer) {
        this.keys = keys;
        this.line = line;
        this.officer = officer;
        this.answer = answer;
    }

    /**
     * Waits for one's turn.
     *
     * @throws KeyInUse when somebody has it for too long
     * @throws SigningException when the key owes an answer
     */
    static OpenSigner of(
            HeldKeys<String, SignerId, SignerKey> keys, KeyLines<String> lines, String officer, SigningLimits limits)
            throws SigningException, InterruptedException {
        KeyLine line = lines.of(officer);
        Optional<Instant> hanging = line.hangingSince();
        if (hanging.isPresent()) {
            throw new SigningException("key: no answer since " + hanging.get() + " (expected: one by now)", null);
        }
        if (!line.enter(limits.patience())) {
            throw new KeyInUse(limits.patience());
        }
        return new OpenSigner(keys, line, officer, limits.answer());
    }

    /** The key as it is on record at the instant; empty where the officer has none. */
    Optional<HeldKeys.Opened<SignerKey>> key(Instant now) throws SigningException, InterruptedException {
        return line.ask(() -> keys.of(officer, now), answer, now);
    }

    /**
     * Asks the key.
     *
     * @param count how many values it is asked for
     */
    <T> T ask(Callable<T> question, int count, Instant now) throws SigningException, InterruptedException {
        return line.ask(question, answer.multipliedBy(Math.max(1, count)), now);
    }

    /** It did not sign: the next one who asks has it opened anew. */
    void lost(SigningException why, Instant now) {
        keys.lost(officer, why, now);
    }

    @Override
    public void close() {
        line.leave();
    }
}
