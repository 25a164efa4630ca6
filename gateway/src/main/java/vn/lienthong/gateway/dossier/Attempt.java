package vn.lienthong.gateway.dossier;

import java.time.Instant;
import java.util.Optional;

/**
 * One try to bring a copy.
 *
 * @param outcome {@code SENDING}, {@code HANDED_OVER}, {@code FAILED}, {@code LOST}
 */
public record Attempt(
        DeliveryId delivery,
        int dispatch,
        Instant startedAt,
        Optional<Instant> endedAt,
        String node,
        String outcome,
        String detail) {}
