package vn.lienthong.gateway.signature.path;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The instants that a certificate is judged at.
 *
 * @param validation when the signature was first known to exist: the time of receipt
 * @param claimed the earliest instant that the signer's own claim can mean; null when there is no claim
 * @param proven the time of a validated timestamp; null when there is none
 */
public record Moment(Instant validation, @Nullable Instant claimed, @Nullable Instant proven) {

    /** The best signature time (EN 319 102-1 §5.5.4): what is proved, else the time of validation. */
    public Instant used() {
        return proven == null ? validation : proven;
    }

    /** Whether the signer himself says that he signed after an instant. */
    boolean admitsAfter(Instant end) {
        return claimed != null && claimed.isAfter(end);
    }

    /** A moment from a claim that may be Vietnamese local time labelled UTC: it can mean up to that much earlier. */
    public static Moment of(Instant validation, Optional<Instant> claim, Duration slack, Optional<Instant> proven) {
        return new Moment(validation, claim.map(at -> at.minus(slack)).orElse(null), proven.orElse(null));
    }
}
