package vn.lienthong.gateway.signature.cms;

import java.time.Instant;
import java.util.Optional;
import vn.lienthong.gateway.signature.SubIndication;

/**
 * What a timestamp token is worth.
 *
 * @param time what it says
 * @param authority whose it is; empty when the certificate did not come along
 * @param reason the gravest objection; empty when it is proven
 * @param fault what the first objection says; empty when it is proven
 */
public record TimestampVerdict(
        Instant time, Optional<String> authority, Optional<SubIndication> reason, Optional<String> fault) {

    /** The worth of what is no token at all. */
    public static TimestampVerdict unreadable(Instant at, String text) {
        return new TimestampVerdict(
                at, Optional.empty(), Optional.of(SubIndication.SIG_CRYPTO_FAILURE), Optional.of(text));
    }

    /** Over these bytes, by an authority of our trust stores, in force, not revoked. */
    public boolean proven() {
        return fault.isEmpty();
    }

    /** Proven but for a revocation list that is not here: it may still turn out to be revoked. */
    public boolean provenButForRevocation() {
        return proven() || reason.filter(SubIndication.TRY_LATER::equals).isPresent();
    }

    /** Whether it is no timestamp of these bytes at all, whoever made it. */
    public boolean wrong() {
        return reason.filter(
                        because -> because == SubIndication.HASH_FAILURE || because == SubIndication.SIG_CRYPTO_FAILURE)
                .isPresent();
    }
}
