package vn.lienthong.gateway.signature.path;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A path whose signatures and constraints were checked; when it is valid depends on the instant asked for.
 *
 * @param certificates the signer first, the root last
 * @param broken the profile's rule that a certificate breaks; empty when none does
 */
public record CertificatePath(TrustBranch branch, List<KnownCertificate> certificates, Optional<String> broken) {
    public CertificatePath {
        certificates = List.copyOf(certificates);
    }

    public KnownCertificate leaf() {
        return certificates.getFirst();
    }

    /** The authorities between the signer and the root whose validity was not in force then; roots are trusted by choice. */
    public Optional<KnownCertificate> authorityOutOfForce(Instant at) {
        return certificates.stream()
                .skip(1)
                .limit(Math.max(0, certificates.size() - 2L))
                .filter(authority -> !authority.validAt(at))
                .findFirst();
    }
}
