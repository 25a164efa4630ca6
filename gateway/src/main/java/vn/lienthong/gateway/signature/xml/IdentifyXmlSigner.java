package vn.lienthong.gateway.signature.xml;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.signature.Judgement;
import vn.lienthong.gateway.signature.Level;
import vn.lienthong.gateway.signature.SubIndication;
import vn.lienthong.gateway.signature.path.KnownCertificate;
import vn.lienthong.gateway.signature.xml.XadesProperties.CertificateReference;

/**
 * Identification of the signing certificate (EN 319 102-1 §5.2.3): exactly one of those enclosed, bound by SigningCertificateV2
 * or SigningCertificate (EN 319 132-1 §5.2.2) where the signature is XAdES. A key without a certificate is nobody's.
 */
final class IdentifyXmlSigner {
    private IdentifyXmlSigner() {}

    /**
     * Objects where the signer did not sign which certificate is his.
     *
     * @param missing what that means in a signature that is not XAdES
     */
    static void checkReference(Screened screened, Level missing, Judgement judgement) {
        if (references(screened).isEmpty()) {
            judgement.weigh(
                    screened.properties().isPresent() ? Level.FAIL : missing,
                    SubIndication.SIG_CONSTRAINTS_FAILURE,
                    ErrorCode.SIGNATURE_INDETERMINATE,
                    "SigningCertificateV2: missing (expected: a signed reference to the certificate, EN 319 132-1 §5.2.2)");
        }
    }

    private static List<CertificateReference> references(Screened screened) {
        return screened.properties().map(XadesProperties::signers).orElse(List.of());
    }

    /** The signer's certificate, if it came along. */
    static Optional<KnownCertificate> among(List<KnownCertificate> enclosed, Screened screened, Judgement judgement) {
        List<CertificateReference> references = references(screened);
        List<KnownCertificate> possible = enclosed.stream()
                .distinct()
                .filter(one -> one.pathLength() < 0)
                .filter(one -> references.isEmpty() || references.stream().anyMatch(named -> fits(named, one)))
                .toList();
        if (possible.size() != 1) {
            judgement.object(
                    SubIndication.NO_SIGNING_CERTIFICATE_FOUND,
                    ErrorCode.SIGNATURE_INDETERMINATE,
                    "signing certificate: " + possible.size() + " of the " + enclosed.size()
                            + " enclosed (expected: exactly 1)");
            return Optional.empty();
        }
        return Optional.of(possible.getFirst());
    }

    private static boolean fits(CertificateReference reference, KnownCertificate certificate) {
        return MessageDigest.isEqual(reference.value(), digest(reference.digest(), certificate));
    }

    private static byte[] digest(String algorithm, KnownCertificate certificate) {
        if (algorithm.equals("SHA-256")) {
            return certificate.digest().bytes();
        }
        try {
            return MessageDigest.getInstance(algorithm)
                    .digest(certificate.certificate().getEncoded());
        } catch (NoSuchAlgorithmException | CertificateEncodingException impossible) {
            throw new IllegalStateException("digest: " + algorithm + " (expected: one the JDK provides)", impossible);
        }
    }
}
