package vn.lienthong.gateway.dossier;

import java.time.Instant;
import java.util.Optional;

/**
 * One try to bring a copy.
 *
 * @param outcome {@code SENDING}, {@code HANDED_OVER}, {@code FAILED}, {@code LOST}, or
 *     {@link #WAITS}: looks that found the same are one, from the first to the last
 */
public record Attempt(
        DeliveryId delivery,
        int dispatch,
        Instant startedAt,
        Optional<Instant> endedAt,
        String node,
        String outcome,
        String detail) {

    /** A person decides about another copy first. */
    public static final String WAITS = "WAITS";
}
