package vn.lienthong.gateway.signature.path;

import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1OctetString;

/**
 * The JDK's path validation (RFC 5280 §6) over a path that we built: name constraints, policies, unknown critical
 * extensions. At the instant when the youngest certificate begins, since validity then is a question of its own; revocation
 * likewise.
 */
final class PkixCheck {
    private static final String NAME_CONSTRAINTS = "2.5.29.30";

    private PkixCheck() {}

    /** What is wrong with the path; empty when nothing is. */
    static Optional<String> broken(List<KnownCertificate> path) {
        Instant at = path.stream()
                .map(KnownCertificate::from)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        try {
            List<X509Certificate> below = path.subList(0, path.size() - 1).stream()
                    .map(KnownCertificate::certificate)
                    .toList();
            CertPath certificates = CertificateFactory.getInstance("X.509").generateCertPath(below);
            PKIXParameters parameters =
                    new PKIXParameters(Set.of(anchor(path.getLast().certificate())));
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(at));
            CertPathValidator.getInstance("PKIX").validate(certificates, parameters);
            return Optional.empty();
        } catch (CertPathValidatorException fault) {
            return Optional.of("path: " + fault.getMessage() + " (expected: a valid one, RFC 5280 §6)");
        } catch (GeneralSecurityException fault) {
            throw new IllegalStateException("PKIX: not available (expected: every Java platform provides it)", fault);
        }
    }

    /** The JDK does not read name constraints of a root from its certificate: they are handed over. */
    private static TrustAnchor anchor(X509Certificate root) {
        byte[] extension = root.getExtensionValue(NAME_CONSTRAINTS);
        return new TrustAnchor(
                root,
                extension == null
                        ? null
                        : ASN1OctetString.getInstance(extension).getOctets());
    }
}
