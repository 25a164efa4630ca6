package vn.lienthong.gateway.signature.path;

import java.security.cert.X509Certificate;
import java.time.Instant;

/** Revocation as it is known here and now. Opens no socket and does not wait. */
@FunctionalInterface
public interface Revocations {

    /**
     * Asks about a certificate of a path that leads to a trusted root.
     *
     * @param at when the answer must be fresh: the validation time
     */
    RevocationAnswer ask(X509Certificate certificate, X509Certificate issuer, Instant at);

    /** The same where each branch may have its own word on how fresh an answer must be. */
    default RevocationAnswer ask(X509Certificate certificate, X509Certificate issuer, Instant at, TrustBranch branch) {
        return ask(certificate, issuer, at);
    }

    /** Knows nothing about anybody. */
    static Revocations none() {
        return (certificate, issuer, at) -> new RevocationAnswer.Unknown("revocation: no source is configured");
    }
}
