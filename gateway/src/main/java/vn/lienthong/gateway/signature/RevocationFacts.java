package vn.lienthong.gateway.signature;

import java.time.Instant;
import java.util.Optional;

/**
 * What is known about revocation of the certificates on the path (EN 319 102-1 §5.2.5), taken from cache.
 *
 * @param revokedAt when, for {@code REVOKED}
 * @param source where the answer comes from, or why there is none
 * @param issued when the source was issued ({@code thisUpdate})
 */
public record RevocationFacts(Status status, Optional<Instant> revokedAt, String source, Optional<Instant> issued) {

    public enum Status {
        GOOD,
        REVOKED,
        UNKNOWN
    }

    public static final RevocationFacts NOT_ASKED =
            new RevocationFacts(Status.UNKNOWN, Optional.empty(), "not asked", Optional.empty());
}
