package vn.lienthong.gateway.signature.path;

import java.security.PublicKey;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.signature.SignerFacts;

/**
 * A certificate with what is asked of it again and again, worked out once.
 *
 * @param key the public key in the form that verifies fastest
 * @param usage what key usage allows: all of it where the extension is absent
 * @param extendedUsage object identifiers; null where the extension is absent
 * @param pathLength basicConstraints: -1 for an end entity
 */
public record KnownCertificate(
        X509Certificate certificate,
        Sha256 digest,
        PublicKey key,
        int keyBits,
        X500Principal subject,
        X500Principal issuer,
        Instant from,
        Instant to,
        Set<KeyUse> usage,
        @Nullable List<String> extendedUsage,
        int pathLength,
        SignerFacts facts) {

    static KnownCertificate of(X509Certificate certificate, Sha256 digest) throws CertificateParsingException {
        PublicKey key = FastKeys.of(certificate.getPublicKey());
        return new KnownCertificate(
                certificate,
                digest,
                key,
                bits(key),
                certificate.getSubjectX500Principal(),
                certificate.getIssuerX500Principal(),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant(),
                KeyUse.allowedBy(certificate.getKeyUsage()),
                certificate.getExtendedKeyUsage(),
                certificate.getBasicConstraints(),
                SubjectNames.facts(certificate, digest));
    }

    /** What a report says of it, with the branch that its path leads to. */
    public SignerFacts signer(Optional<String> branch) {
        return new SignerFacts(
                facts.commonName(),
                facts.organisation(),
                facts.agencyCode(),
                facts.issuer(),
                facts.serial(),
                facts.certificate(),
                facts.validFrom(),
                facts.validTo(),
                branch,
                facts.units());
    }

    public boolean validAt(Instant at) {
        return !at.isBefore(from) && !at.isAfter(to);
    }

    boolean selfIssued() {
        return subject.equals(issuer);
    }

    boolean allows(KeyUse use) {
        return usage.contains(use);
    }

    private static int bits(PublicKey key) {
        return switch (key) {
            case RSAPublicKey rsa -> rsa.getModulus().bitLength();
            case ECPublicKey ec -> ec.getParams().getCurve().getField().getFieldSize();
            default -> 0;
        };
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof KnownCertificate known && known.digest.equals(digest);
    }

    @Override
    public int hashCode() {
        return digest.hashCode();
    }

    @Override
    public String toString() {
        return subject.getName();
    }
}
