package vn.lienthong.gateway.signature;

import java.time.Instant;
import java.util.Optional;

/**
 * When it was signed, by whose word.
 *
 * @param claimed what the signer's software says: a claim, often Vietnamese local time labelled UTC
 * @param timestamped the time of a signature timestamp token that was seen
 * @param timestampProven whether that token was validated up to a trusted authority; only then it proves anything
 * @param used the instant at which certificates were judged: the proven timestamp's, else the validation time
 */
public record TimeFacts(
        Optional<Instant> claimed, Optional<Instant> timestamped, boolean timestampProven, Instant used) {

    /** Nothing known but the time of validation. */
    public static TimeFacts unknown(Instant validationTime) {
        return new TimeFacts(Optional.empty(), Optional.empty(), false, validationTime);
    }
}
