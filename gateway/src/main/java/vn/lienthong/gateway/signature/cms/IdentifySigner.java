package vn.lienthong.gateway.signature.cms;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1OctetString;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.signature.Judgement;
import vn.lienthong.gateway.signature.Level;
import vn.lienthong.gateway.signature.SubIndication;
import vn.lienthong.gateway.signature.path.KnownCertificate;

/**
 * Identification of the signing certificate (EN 319 102-1 §5.2.3): named by the signer identifier, and bound by
 * signingCertificateV2 (RFC 5035) so that it cannot be exchanged for another with the same key.
 */
final class IdentifySigner {
    static final String REFERENCE_V2 = "1.2.840.113549.1.9.16.2.47";
    static final String REFERENCE_V1 = "1.2.840.113549.1.9.16.2.12";
    private static final String KEY_IDENTIFIER = "2.5.29.14";

    private final Level missingReference;

    IdentifySigner(Level missingReference) {
        this.missingReference = missingReference;
    }

    /** The signer's certificate, if it came along. */
    Optional<KnownCertificate> among(List<KnownCertificate> certificates, SignerInfo signer, Judgement judgement) {
        Optional<KnownCertificate> named = certificates.stream()
                .filter(certificate -> names(signer, certificate))
                .findFirst();
        if (named.isEmpty()) {
            judgement.object(
                    SubIndication.NO_SIGNING_CERTIFICATE_FOUND,
                    ErrorCode.SIGNATURE_INDETERMINATE,
                    "signing certificate: not among the " + certificates.size() + " enclosed (expected: enclosed)");
        }
        return named;
    }

    /** Checks that the signer signed which certificate is his. */
    void checkReference(SignerInfo signer, KnownCertificate certificate, boolean demanded, Judgement judgement)
            throws CmsException {
        checkReference(signer, certificate, demanded ? Level.FAIL : missingReference, judgement);
    }

    /** The same where a branch may have a level of its own for a reference that is missing. */
    void checkReference(SignerInfo signer, KnownCertificate certificate, Level missing, Judgement judgement)
            throws CmsException {
        Optional<Der> second = signer.signedValue(REFERENCE_V2);
        Optional<Der> first = signer.signedValue(REFERENCE_V1);
        if (second.isEmpty() && first.isEmpty()) {
            judgement.weigh(
                    missing,
                    SubIndication.SIG_CONSTRAINTS_FAILURE,
                    ErrorCode.SIGNATURE_INDETERMINATE,
                    "signingCertificateV2: missing (expected: a signed reference to the certificate, RFC 5035)");
            return;
        }
        boolean fits = second.isPresent()
                ? fits(second.get(), certificate, "SHA-256")
                : fits(first.orElseThrow(), certificate, "SHA-1");
        if (!fits) {
            judgement.object(
                    SubIndication.NO_SIGNING_CERTIFICATE_FOUND,
                    ErrorCode.SIGNATURE_INDETERMINATE,
                    "signingCertificate: another certificate than " + certificate + " (expected: the one enclosed)");
        }
    }

    private static boolean fits(Der reference, KnownCertificate certificate, String usual) throws CmsException {
        Der identifiers = inside(reference, "signingCertificate", 1).getFirst();
        Der identifier = inside(identifiers, "certificate identifiers", 1).getFirst();
        boolean named =
                inside(identifier, "certificate identifier", 1).getFirst().is(Der.SEQUENCE);
        List<Der> parts = inside(identifier, "certificate identifier", named ? 2 : 1);
        String digest = named
                ? Algorithms.digest(AlgorithmId.read(parts.getFirst()).oid()).orElse("")
                : usual;
        byte[] expected =
                parts.get(named ? 1 : 0).expect(Der.OCTETS, "certificate hash").content();
        return MessageDigest.isEqual(expected, digest(digest, certificate));
    }

    private static List<Der> inside(Der sequence, String what, int atLeast) throws CmsException {
        List<Der> parts = sequence.expect(Der.SEQUENCE, what).children();
        if (parts.size() < atLeast) {
            throw new CmsException(what + ": " + parts.size() + " parts (expected: from " + atLeast + ", RFC 5035)");
        }
        return parts;
    }

    private static byte[] digest(String algorithm, KnownCertificate certificate) throws CmsException {
        if (algorithm.equals("SHA-256")) {
            return certificate.digest().bytes();
        }
        try {
            return MessageDigest.getInstance(algorithm)
                    .digest(certificate.certificate().getEncoded());
        } catch (NoSuchAlgorithmException | CertificateEncodingException unknown) {
            throw new CmsException("signingCertificate: digest " + algorithm + " (expected: SHA-2)");
        }
    }

    private static boolean names(SignerInfo signer, KnownCertificate certificate) {
        Der issuer = signer.issuer();
        Der identifier = signer.keyIdentifier();
        if (identifier != null) {
            byte[] extension = certificate.certificate().getExtensionValue(KEY_IDENTIFIER);
            return extension != null
                    && Arrays.equals(
                            identifier.content(),
                            ASN1OctetString.getInstance(ASN1OctetString.getInstance(extension)
                                            .getOctets())
                                    .getOctets());
        }
        return issuer != null
                && certificate.certificate().getSerialNumber().equals(signer.serial())
                && (Arrays.equals(issuer.encoded(), certificate.issuer().getEncoded())
                        || sameName(issuer.encoded(), certificate.issuer()));
    }

    /** The same name in another string type is the same name (RFC 5280 §7.1). */
    private static boolean sameName(byte[] encoded, X500Principal name) {
        try {
            return new X500Principal(encoded).equals(name);
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
