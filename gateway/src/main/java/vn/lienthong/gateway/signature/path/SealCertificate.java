package vn.lienthong.gateway.signature.path;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import vn.lienthong.gateway.signature.SignerFacts;
import vn.lienthong.gateway.signature.key.SigningKey;

/**
 * What the certificate of a signing key says, for rooms that have nothing to do with certificates.
 *
 * @param base64 its DER
 * @param development whether it is of the development PKI
 * @param signsDocuments whether its key usages let it sign documents
 */
public record SealCertificate(String base64, SignerFacts facts, boolean development, boolean signsDocuments) {

    private static final Certificates CERTIFICATES = new Certificates();

    /** That of the key. */
    public static SealCertificate of(SigningKey key) {
        return of(CERTIFICATES.of(key.certificate()));
    }

    /** The one in these bytes; empty where there is none that can be used. */
    public static Optional<SealCertificate> read(String base64) {
        try {
            return CERTIFICATES.read(Base64.getDecoder().decode(base64)).map(SealCertificate::of);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static SealCertificate of(KnownCertificate known) {
        return new SealCertificate(
                base64(known.certificate()),
                known.facts(),
                DevelopmentMark.isOn(known.certificate()),
                known.allows(KeyUse.SIGN_DOCUMENTS) && Purpose.DOCUMENTS.allows(known) && known.pathLength() < 0);
    }

    private static String base64(X509Certificate certificate) {
        try {
            return Base64.getEncoder().encodeToString(certificate.getEncoded());
        } catch (CertificateEncodingException broken) {
            throw new IllegalArgumentException("certificate: cannot be encoded (expected: X.509)", broken);
        }
    }

    public boolean validAt(Instant at) {
        return !at.isBefore(facts.validFrom()) && !at.isAfter(facts.validTo());
    }

    /** The names that a person knows it by. */
    public String names() {
        String organisation =
                facts.organisation().isEmpty() || facts.organisation().equals(facts.commonName())
                        ? ""
                        : ", " + facts.organisation();
        return facts.commonName()
                + organisation
                + facts.agencyCode().map(code -> " (" + code + ")").orElse("");
    }

    @Override
    public String toString() {
        return "SealCertificate[" + names() + ", " + facts.certificate() + "]";
    }
}
