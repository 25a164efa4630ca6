package vn.lienthong.gateway.signature;

import java.time.Instant;
import java.util.Optional;
import vn.lienthong.gateway.digest.Sha256;

/**
 * What is known about revocation of the certificates on the path (EN 319 102-1 §5.2.5), taken from cache.
 *
 * @param revokedAt when, for {@code REVOKED}
 * @param invalidFrom since when the authority knows or suspects that the key was in other hands (RFC 5280 §5.3.2); often
 *     before it revoked
 * @param reason why it revoked (RFC 5280 §5.3.1)
 * @param source where the answer comes from, or why there is none
 * @param issued when the source was issued ({@code thisUpdate})
 * @param evidence the answer that was used, where it is kept under its digest
 * @param word what was used, kept or not
 */
public record RevocationFacts(
        Status status,
        Optional<Instant> revokedAt,
        Optional<Instant> invalidFrom,
        Optional<String> reason,
        String source,
        Optional<Instant> issued,
        Optional<Sha256> evidence,
        Optional<RevocationWord> word) {

    /** With nothing that is kept. */
    public RevocationFacts(Status status, Optional<Instant> revokedAt, String source, Optional<Instant> issued) {
        this(status, revokedAt, Optional.empty(), Optional.empty(), source, issued, Optional.empty(), Optional.empty());
    }

    public enum Status {
        GOOD,
        REVOKED,
        UNKNOWN
    }

    public static final RevocationFacts NOT_ASKED =
            new RevocationFacts(Status.UNKNOWN, Optional.empty(), "not asked", Optional.empty());
}
