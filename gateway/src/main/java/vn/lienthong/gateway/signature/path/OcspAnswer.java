package vn.lienthong.gateway.signature.path;

import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.signature.RevocationWord;

/**
 * What an issuer, or a responder that it named, says of the issuer's certificates (RFC 6960), signature checked.
 *
 * @param responder who signed it
 * @param last when whoever signed it ends, and what he said with him; the issuer's own end is for the path to judge
 * @param trustedAlone whether the issuer signed it itself, or says that the responder's certificate needs no revocation check
 *     (RFC 6960 §4.2.2.2.1)
 * @param digest of the answer's bytes as they came
 * @param nonce what it repeats of the request (RFC 8954); null where it repeats nothing
 */
record OcspAnswer(
        X509Certificate responder,
        Instant last,
        boolean trustedAlone,
        List<Single> singles,
        Sha256 digest,
        byte @Nullable [] nonce) {
    OcspAnswer {
        singles = List.copyOf(singles);
    }

    /**
     * What is said of one certificate.
     *
     * @param known false where the responder does not know the certificate
     * @param revoked null when it is not revoked
     * @param nextUpdate not after the responder's end; null where newer word is always to be had (RFC 6960 §4.2.2.1)
     * @param archiveCutoff since when expired certificates are still spoken of (RFC 6960 §4.4.4); null when they are not
     */
    record Single(
            BigInteger serial,
            boolean known,
            RevocationList.@Nullable Entry revoked,
            Instant thisUpdate,
            @Nullable Instant nextUpdate,
            @Nullable Instant archiveCutoff) {

        /** What it is, for reports. */
        RevocationWord word(X509Certificate responder, Sha256 digest) {
            return new RevocationWord(
                    responder.getSubjectX500Principal().getName(), thisUpdate, Optional.ofNullable(nextUpdate), digest);
        }

        /** Whether it says something about a certificate at an instant: made later, or not ended by then. */
        boolean covers(X509Certificate certificate, Instant at, Duration clockSkew) {
            return covers(certificate, at, Freshness.STRICT, clockSkew);
        }

        /** The same where word may be older, or must be younger, than its own dates say. */
        boolean covers(X509Certificate certificate, Instant at, Freshness freshness, Duration clockSkew) {
            Instant expiry = certificate.getNotAfter().toInstant();
            boolean afterwards = thisUpdate.isAfter(expiry) && (archiveCutoff == null || archiveCutoff.isAfter(expiry));
            return known && !afterwards && freshness.covers(thisUpdate, nextUpdate, at, clockSkew);
        }
    }

    /**
     * Whether its responder had not ended at an instant. When he answered is his own word alone: with the key of an ended
     * responder anybody dates an answer back.
     */
    boolean standsAt(Instant at) {
        return !at.isAfter(last);
    }

    /** What it says of a certificate of the issuer; empty where it does not speak of it. */
    Optional<Single> of(BigInteger serial) {
        return singles.stream().filter(single -> single.serial().equals(serial)).findFirst();
    }
}
