package vn.lienthong.gateway.signature;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * The rules that signatures are measured by. Immutable; facts are found without it.
 *
 * @param digests digests accepted, JDK names (Circular 15/2025/TT-BKHCN: SHA-2; SHA-1 never)
 * @param minimumRsaBits smallest RSA modulus (Circular 15/2025/TT-BKHCN: 2048)
 * @param minimumEcBits smallest elliptic curve field (Circular 15/2025/TT-BKHCN: 256)
 * @param maximumPathLength certificates on a path, leaf and root included
 * @param futureClaim how far a claimed signing time may lie ahead: software that labels Vietnamese local time UTC is
 *     seven hours ahead
 * @param clockSkew how far two honest clocks may differ
 * @param missingCertificateReference signingCertificateV2 absent in a signature whose sub-filter does not demand it; one
 *     that does ({@code ETSI.CAdES.detached}, EN 319 142-1 §6.3) fails without
 * @param changes what a kind of change after a signature means, where a later signature covers that change. What no
 *     signature covers fails in any case, but for validation data
 */
public record ValidationPolicy(
        Set<String> digests,
        int minimumRsaBits,
        int minimumEcBits,
        int maximumPathLength,
        Duration futureClaim,
        Duration clockSkew,
        Level missingCertificateReference,
        Map<Change.Kind, Level> changes) {

    public ValidationPolicy {
        digests = Set.copyOf(digests);
        changes = Map.copyOf(changes);
        for (Change.Kind kind : Change.Kind.values()) {
            if (!changes.containsKey(kind)) {
                throw new IllegalArgumentException("policy: no level for " + kind + " (expected: one for each kind)");
            }
        }
    }

    /** What the gateway measures by unless it is told otherwise. */
    public static ValidationPolicy standard() {
        return new ValidationPolicy(
                Set.of("SHA-256", "SHA-384", "SHA-512"),
                2048,
                256,
                6,
                Duration.ofHours(7).plusMinutes(5),
                Duration.ofMinutes(5),
                Level.WARN,
                Map.of(
                        Change.Kind.VALIDATION_DATA, Level.IGNORE,
                        Change.Kind.METADATA, Level.INFORM,
                        Change.Kind.SIGNATURE_ADDED, Level.IGNORE,
                        Change.Kind.ANNOTATION, Level.FAIL,
                        Change.Kind.CONTENT, Level.FAIL));
    }
}
