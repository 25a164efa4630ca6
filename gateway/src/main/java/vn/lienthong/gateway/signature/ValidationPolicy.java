package vn.lienthong.gateway.signature;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The rules that signatures are measured by. Immutable; facts are found without it.
 *
 * @param digests digests accepted, JDK names (Circular 15/2025/TT-BKHCN of 2025-08-15: SHA-2 and SHA-3; SHA-1
 *     never)
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
 * @param rules what an administrator set
 */
public record ValidationPolicy(
        Set<String> digests,
        int minimumRsaBits,
        int minimumEcBits,
        int maximumPathLength,
        Duration futureClaim,
        Duration clockSkew,
        Level missingCertificateReference,
        Map<Change.Kind, Level> changes,
        Rules rules) {

    public ValidationPolicy {
        digests = Set.copyOf(digests);
        changes = Map.copyOf(changes);
        for (Change.Kind kind : Change.Kind.values()) {
            if (!changes.containsKey(kind)) {
                throw new IllegalArgumentException("policy: no level for " + kind + " (expected: one for each kind)");
            }
        }
    }

    /** Without anything that an administrator set. */
    public ValidationPolicy(
            Set<String> digests,
            int minimumRsaBits,
            int minimumEcBits,
            int maximumPathLength,
            Duration futureClaim,
            Duration clockSkew,
            Level missingCertificateReference,
            Map<Change.Kind, Level> changes) {
        this(
                digests,
                minimumRsaBits,
                minimumEcBits,
                maximumPathLength,
                futureClaim,
                clockSkew,
                missingCertificateReference,
                changes,
                Rules.STANDARD);
    }

    /** The same with what an administrator set. */
    public ValidationPolicy with(Rules set) {
        return new ValidationPolicy(
                digests,
                minimumRsaBits,
                minimumEcBits,
                maximumPathLength,
                futureClaim,
                clockSkew,
                missingCertificateReference,
                changes,
                set);
    }

    /** The same for one form of what is signed. */
    public ValidationPolicy of(SignedForm form) {
        return with(rules.of(form));
    }

    /** What a rule means for a signature of a branch; empty where no branch was reached. */
    public Level level(Rule rule, Optional<String> branch) {
        return rules.set(rule, branch).orElseGet(() -> switch (rule) {
            case MISSING_REFERENCE -> missingCertificateReference;
            case METADATA_CHANGED -> of(Change.Kind.METADATA);
            case SIGNATURE_ADDED -> of(Change.Kind.SIGNATURE_ADDED);
            case UNSEEN_FIELD_ADDED -> of(Change.Kind.UNSEEN_FIELD_ADDED);
            case ANNOTATION_ADDED -> of(Change.Kind.ANNOTATION);
            case EXTENDED_USAGE_MISSING,
                    MIXED_KEY_USAGES,
                    CERTIFICATE_POLICY_MISSING,
                    CLAIM_IN_FUTURE,
                    SIGNED_AFTER_INVALIDITY,
                    ALGORITHM_ENDED,
                    SIGNER_AGENCY -> rule.standard();
        });
    }

    /** What a change under a later signature means; changed content and validation data are for no rule to weigh. */
    public Level level(Change.Kind kind, Optional<String> branch) {
        return switch (kind) {
            case METADATA -> level(Rule.METADATA_CHANGED, branch);
            case SIGNATURE_ADDED -> level(Rule.SIGNATURE_ADDED, branch);
            case UNSEEN_FIELD_ADDED -> level(Rule.UNSEEN_FIELD_ADDED, branch);
            case ANNOTATION -> level(Rule.ANNOTATION_ADDED, branch);
            case VALIDATION_DATA, CONTENT -> of(kind);
        };
    }

    private Level of(Change.Kind kind) {
        return changes.getOrDefault(kind, Level.FAIL);
    }

    /** What the gateway measures by unless it is told otherwise. */
    public static ValidationPolicy standard() {
        return new ValidationPolicy(
                Set.of("SHA-256", "SHA-384", "SHA-512", "SHA3-256", "SHA3-384", "SHA3-512"),
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
                        Change.Kind.UNSEEN_FIELD_ADDED, Level.IGNORE,
                        Change.Kind.ANNOTATION, Level.FAIL,
                        Change.Kind.CONTENT, Level.FAIL));
    }
}
