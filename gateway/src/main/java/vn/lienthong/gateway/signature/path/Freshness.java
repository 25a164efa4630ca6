package vn.lienthong.gateway.signature.path;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How old word about revocation may be to count (EN 319 102-1 §5.2.5, revocation freshness).
 *
 * @param grace how long after its {@code nextUpdate} it is still believed: for authorities that publish late
 * @param oldest its age at the instant asked for, counted from {@code thisUpdate}; null where only its own end counts
 */
public record Freshness(Duration grace, @Nullable Duration oldest) {

    /** Until its own end, however long ago it was issued. */
    public static final Freshness STRICT = new Freshness(Duration.ZERO, null);

    /**
     * Whether word of then says something about an instant: given later, or not ended and not too old by then.
     *
     * @param nextUpdate null where newer word is always to be had (RFC 6960 §4.2.2.1): what was said counts for its instant
     */
    boolean covers(Instant thisUpdate, @Nullable Instant nextUpdate, Instant at, Duration clockSkew) {
        Instant end = (nextUpdate == null ? thisUpdate : nextUpdate).plus(grace);
        Instant tooOld = oldest == null ? end : thisUpdate.plus(oldest);
        return !at.isAfter((tooOld.isBefore(end) ? tooOld : end).plus(clockSkew));
    }
}
