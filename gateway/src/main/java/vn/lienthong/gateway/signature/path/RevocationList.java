package vn.lienthong.gateway.signature.path;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CRLException;
import java.security.cert.CRLReason;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.jspecify.annotations.Nullable;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.signature.RevocationWord;

/**
 * A revocation list (RFC 5280 §5) reduced to what is asked of it.
 *
 * @param scope the address of the distribution point that the list is limited to; null when it speaks of all
 * @param revoked by serial number
 * @param digest of its DER
 * @param coversExpired since when expired certificates stay on it; null when they are dropped (X.509 expiredCertsOnCRL)
 */
record RevocationList(
        X500Principal issuer,
        Instant thisUpdate,
        Instant nextUpdate,
        @Nullable String scope,
        Map<BigInteger, Entry> revoked,
        Sha256 digest,
        boolean coversExpired) {

    private static final String DISTRIBUTION_POINT = "2.5.29.28";
    private static final String EXPIRED_STAY = "2.5.29.60";
    private static final Set<String> UNDERSTOOD = Set.of(DISTRIBUTION_POINT, "2.5.29.20", "2.5.29.35", EXPIRED_STAY);

    /** Where the authority says that it took a certificate back, and not why. */
    static final String REASON_NOT_GIVEN = "NOT_GIVEN";

    /** @param invalidFrom the invalidityDate (RFC 5280 §5.3.2); null where none is given */
    record Entry(Instant at, String reason, @Nullable Instant invalidFrom) {
        Entry(Instant at, String reason) {
            this(at, reason, null);
        }
    }

    /** Reads a list without trusting it yet. */
    static X509CRL parse(byte[] der) throws CRLException {
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            return (X509CRL) factory.generateCRL(new ByteArrayInputStream(der));
        } catch (GeneralSecurityException malformed) {
            throw new CRLException("revocation list: malformed (expected: RFC 5280 §5)", malformed);
        }
    }

    /** Checks that it is in force at an instant: neither ended nor dated ahead. */
    static void requireOf(X509CRL crl, Instant now, Duration clockSkew) throws CRLException {
        Instant from = crl.getThisUpdate().toInstant();
        Instant until = crl.getNextUpdate() == null
                ? Instant.MAX
                : crl.getNextUpdate().toInstant().plus(clockSkew);
        if (now.isAfter(until) || from.isAfter(now.plus(clockSkew))) {
            throw new CRLException("revocation list of " + crl.getIssuerX500Principal() + ": for " + from + " to "
                    + crl.getNextUpdate() + " (expected: in force at " + now + ")");
        }
    }

    /** Checks that the issuer's key signed it and that we understand what it speaks of. */
    static RevocationList checked(X509CRL crl, PublicKey issuer) throws CRLException {
        try {
            crl.verify(issuer);
        } catch (GeneralSecurityException wrong) {
            throw new CRLException("revocation list of " + crl.getIssuerX500Principal()
                    + ": signature wrong (expected: its issuer's)");
        }
        Set<String> critical = crl.getCriticalExtensionOIDs();
        if (critical != null && !UNDERSTOOD.containsAll(critical)) {
            throw new CRLException("revocation list: critical extensions " + critical + " (expected: only known ones)");
        }
        if (crl.getNextUpdate() == null) {
            throw new CRLException("revocation list: no nextUpdate (expected: RFC 5280 §5.1.2.5)");
        }
        return new RevocationList(
                crl.getIssuerX500Principal(),
                crl.getThisUpdate().toInstant(),
                crl.getNextUpdate().toInstant(),
                scope(crl),
                entries(crl),
                Sha256.of(crl.getEncoded()),
                crl.getExtensionValue(EXPIRED_STAY) != null);
    }

    /** What it is, for reports. */
    RevocationWord word() {
        return new RevocationWord(issuer.getName(), thisUpdate, Optional.of(nextUpdate), digest);
    }

    Optional<Entry> entry(BigInteger serial) {
        return Optional.ofNullable(revoked.get(serial));
    }

    /**
     * Whether not being on the list says something about a certificate at an instant. A list that is younger than the instant
     * says all the more; one made after the certificate expired says nothing, since authorities drop expired ones.
     */
    boolean silenceCovers(X509Certificate certificate, Instant at, Duration clockSkew) {
        boolean dropped = thisUpdate.isAfter(certificate.getNotAfter().toInstant()) && !coversExpired;
        return !dropped && !at.isAfter(nextUpdate.plus(clockSkew));
    }

    private static @Nullable String scope(X509CRL crl) throws CRLException {
        byte[] extension = crl.getExtensionValue(DISTRIBUTION_POINT);
        if (extension == null) {
            return null;
        }
        IssuingDistributionPoint point = IssuingDistributionPoint.getInstance(
                ASN1OctetString.getInstance(extension).getOctets());
        if (point.isIndirectCRL()
                || point.getOnlySomeReasons() != null
                || point.onlyContainsAttributeCerts()
                || point.onlyContainsCACerts()
                || point.onlyContainsUserCerts()) {
            throw new CRLException("revocation list: limited to some certificates or reasons (expected: a full one)");
        }
        return point.getDistributionPoint() == null
                ? null
                : DistributionPoints.addresses(point.getDistributionPoint()).stream()
                        .findFirst()
                        .orElseThrow(() -> new CRLException("revocation list: distribution point without an address"));
    }

    private static Map<BigInteger, Entry> entries(X509CRL crl) {
        Set<? extends X509CRLEntry> listed = crl.getRevokedCertificates();
        Map<BigInteger, Entry> entries = new HashMap<>();
        if (listed != null) {
            for (X509CRLEntry entry : listed) {
                CRLReason reason = entry.getRevocationReason();
                entries.put(
                        entry.getSerialNumber(),
                        new Entry(
                                entry.getRevocationDate().toInstant(),
                                reason == null ? REASON_NOT_GIVEN : reason.name(),
                                InvalidityDate.in(entry)));
            }
        }
        return entries;
    }
}
