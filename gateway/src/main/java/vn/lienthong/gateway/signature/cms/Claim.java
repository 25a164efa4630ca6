package vn.lienthong.gateway.signature.cms;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the carrier of a signature adds to it.
 *
 * @param time the claimed signing time outside the CMS, such as a PDF's {@code /M}; null when there is none
 * @param zoned whether that time names a zone other than UTC, and so cannot be local time mislabelled
 * @param certificateReference whether its form demands signingCertificateV2 (EN 319 142-1 §6.3)
 */
public record Claim(@Nullable Instant time, boolean zoned, boolean certificateReference) {

    /** Nothing but the CMS itself. */
    public static final Claim NONE = new Claim(null, false, false);

    Optional<Instant> at() {
        return Optional.ofNullable(time);
    }
}
