package vn.lienthong.certsdev;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** One certification authority: what it signs with, what it issued, and what it took back. */
final class Authority {
    /** Long enough for a verifier that caches by nextUpdate, short enough to expire in a test. */
    static final Duration CRL_LIFETIME = Duration.ofDays(7);

    private final String slug;
    private final Credential credential;
    private final ServiceAddresses addresses;
    private final Set<BigInteger> issued = ConcurrentHashMap.newKeySet();
    private final Map<BigInteger, Instant> revoked = new ConcurrentSkipListMap<>();
    private final AtomicLong crlNumber = new AtomicLong();

    Authority(String slug, Credential credential, ServiceAddresses addresses) {
        this.slug = slug;
        this.credential = credential;
        this.addresses = addresses;
    }

    String slug() {
        return slug;
    }

    Credential credential() {
        return credential;
    }

    X509Certificate certificate() {
        return credential.certificate();
    }

    /** Signs the draft, notes its serial, and returns the chain from the new certificate to the root. */
    List<X509Certificate> issue(CertificateDraft draft) {
        return issue(draft, addresses.of(slug));
    }

    /** As {@link #issue(CertificateDraft)}, with revocation addresses that answer nothing. */
    List<X509Certificate> issueWithDeadAddresses(CertificateDraft draft) {
        return issue(draft, addresses.down(slug));
    }

    /** Takes note of a certificate that was issued before a restart. */
    void remember(X509Certificate certificate) {
        issued.add(certificate.getSerialNumber());
    }

    boolean hasIssued(BigInteger serial) {
        return issued.contains(serial);
    }

    void revoke(BigInteger serial, Instant at) {
        revoked.put(serial, at);
    }

    /** When the certificate was revoked, if that is known as of {@code now}: a later revocation is not told early. */
    Optional<Instant> revokedAt(BigInteger serial, Instant now) {
        return Optional.ofNullable(revoked.get(serial)).filter(at -> !at.isAfter(now));
    }

    Map<BigInteger, Instant> revocations() {
        return Map.copyOf(revoked);
    }

    /** A complete CRL (RFC 5280 §5) as of {@code now}, numbered above every earlier one, after a restart too. */
    X509CRL crl(Instant now) {
        try {
            X509v2CRLBuilder crl =
                    new X509v2CRLBuilder(new JcaX509CertificateHolder(certificate()).getSubject(), Date.from(now));
            crl.setNextUpdate(Date.from(now.plus(CRL_LIFETIME)));
            revoked.keySet().forEach(serial -> revokedAt(serial, now)
                    .ifPresent(at -> crl.addCRLEntry(serial, Date.from(at), CRLReason.keyCompromise)));
            crl.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils()
                            .createAuthorityKeyIdentifier(certificate().getPublicKey()));
            crl.addExtension(Extension.cRLNumber, false, new CRLNumber(nextCrlNumber(now)));
            return new JcaX509CRLConverter()
                    .getCRL(crl.build(
                            new JcaContentSignerBuilder(CertificateDraft.SIGNATURE_ALGORITHM).build(credential.key())));
        } catch (GeneralSecurityException | CertIOException | OperatorCreationException fault) {
            throw new IllegalStateException("CRL: " + slug + " (expected: to be signed)", fault);
        }
    }

    private BigInteger nextCrlNumber(Instant now) {
        return BigInteger.valueOf(crlNumber.updateAndGet(previous -> Math.max(previous + 1, now.getEpochSecond())));
    }

    private List<X509Certificate> issue(CertificateDraft draft, ServiceAddresses.Pointers pointers) {
        X509Certificate certificate = draft.issuedBy(credential, pointers);
        remember(certificate);
        List<X509Certificate> chain = new ArrayList<>();
        chain.add(certificate);
        chain.addAll(credential.chain());
        return List.copyOf(chain);
    }
}
