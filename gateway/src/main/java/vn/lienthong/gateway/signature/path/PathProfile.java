package vn.lienthong.gateway.signature.path;

import java.security.interfaces.RSAKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.lienthong.gateway.signature.ValidationPolicy;

/**
 * The rules of the certificate profile that do not depend on time and that no engine checks for us (EN 319 102-1 §5.2.6,
 * RFC 5280 §4 and §6.1). Answers with the first rule that is broken.
 */
final class PathProfile {
    private static final Set<String> SIGNED_WITH = Set.of(
            "1.2.840.113549.1.1.11",
            "1.2.840.113549.1.1.12",
            "1.2.840.113549.1.1.13",
            "1.2.840.113549.1.1.10",
            "1.2.840.10045.4.3.2",
            "1.2.840.10045.4.3.3",
            "1.2.840.10045.4.3.4");

    private final ValidationPolicy policy;

    PathProfile(ValidationPolicy policy) {
        this.policy = policy;
    }

    /** Whether what authorities sign may be signed with an algorithm. */
    static boolean accepts(String algorithm) {
        return SIGNED_WITH.contains(algorithm);
    }

    Optional<String> broken(List<KnownCertificate> path, Purpose purpose) {
        KnownCertificate leaf = path.getFirst();
        if (!leaf.allows(KeyUse.SIGN_DOCUMENTS)) {
            return Optional.of("key usage of " + leaf + " (expected: digitalSignature or nonRepudiation)");
        }
        if (leaf.pathLength() >= 0) {
            return Optional.of("signer " + leaf + ": an authority (expected: an end entity)");
        }
        if (!purpose.allows(leaf)) {
            return Optional.of("extended key usage of " + leaf + ": " + leaf.extendedUsage() + " (expected: one for "
                    + purpose + ")");
        }
        for (int at = 0; at < path.size(); at++) {
            Optional<String> fault = rule(path, at);
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private Optional<String> rule(List<KnownCertificate> path, int at) {
        KnownCertificate certificate = path.get(at);
        boolean root = at == path.size() - 1;
        if (certificate.certificate().getVersion() != 3 && !root) {
            return Optional.of("version of " + certificate + ": "
                    + certificate.certificate().getVersion() + " (expected: 3)");
        }
        if (!root && !accepts(certificate.certificate().getSigAlgOID())) {
            return Optional.of("signature algorithm of " + certificate + ": "
                    + certificate.certificate().getSigAlgName() + " (expected: with SHA-2)");
        }
        if (!keyLongEnough(certificate)) {
            return Optional.of("key of " + certificate + ": " + certificate.keyBits() + " bits (expected: RSA from "
                    + policy.minimumRsaBits() + ", EC from " + policy.minimumEcBits() + ")");
        }
        return at == 0 ? Optional.empty() : authority(path, at, root);
    }

    private static Optional<String> authority(List<KnownCertificate> path, int at, boolean root) {
        KnownCertificate certificate = path.get(at);
        if (!root && certificate.pathLength() < 0) {
            return Optional.of("authority " + certificate + ": not a CA (expected: basicConstraints cA)");
        }
        if (!certificate.allows(KeyUse.SIGN_CERTIFICATES)) {
            return Optional.of("key usage of " + certificate + " (expected: keyCertSign)");
        }
        long below = path.subList(1, at).stream()
                .filter(authority -> !authority.selfIssued())
                .count();
        if (certificate.pathLength() >= 0 && below > certificate.pathLength()) {
            return Optional.of("path below " + certificate + ": " + below + " authorities (expected: at most "
                    + certificate.pathLength() + ")");
        }
        return Optional.empty();
    }

    boolean keyLongEnough(KnownCertificate certificate) {
        int least = certificate.key() instanceof RSAKey ? policy.minimumRsaBits() : policy.minimumEcBits();
        return certificate.keyBits() >= least;
    }
}
