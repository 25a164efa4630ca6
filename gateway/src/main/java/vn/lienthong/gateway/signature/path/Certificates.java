package vn.lienthong.gateway.signature.path;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Optional;
import vn.lienthong.gateway.digest.Sha256;

/** Certificates by their bytes, each parsed once while it stays in memory. Safe for many threads. */
public final class Certificates {
    private static final int MAXIMUM_BYTES = 64 * 1024;
    private static final int REMEMBERED = 10_000;

    private final BoundedCache<Sha256, KnownCertificate> known = new BoundedCache<>(REMEMBERED);

    /** The certificate in these bytes; empty when they hold none, or one too large or malformed to be used. */
    public Optional<KnownCertificate> read(byte[] der) {
        if (der.length > MAXIMUM_BYTES) {
            return Optional.empty();
        }
        Sha256 digest = Sha256.of(der);
        KnownCertificate found = known.get(digest);
        if (found != null) {
            return Optional.of(found);
        }
        Optional<KnownCertificate> parsed = parse(der, digest);
        parsed.ifPresent(certificate -> known.put(digest, certificate));
        return parsed;
    }

    /** The same certificate with what is asked of it worked out. */
    public KnownCertificate of(X509Certificate certificate) {
        try {
            return read(certificate.getEncoded())
                    .orElseThrow(() -> new IllegalArgumentException(
                            "certificate: " + certificate.getSubjectX500Principal() + " (expected: one we can use)"));
        } catch (CertificateEncodingException broken) {
            throw new IllegalArgumentException("certificate: cannot be encoded (expected: X.509)", broken);
        }
    }

    private static Optional<KnownCertificate> parse(byte[] der, Sha256 digest) {
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            X509Certificate certificate = (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der));
            return Optional.of(KnownCertificate.of(certificate, digest));
        } catch (CertificateException | IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
