package vn.lienthong.gateway.signature.path;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;

/** Revocation as it was published, in the bytes that others can check too. Opens no socket. */
@FunctionalInterface
public interface KeptRevocations {

    /** What is at hand about a certificate that leads to a trusted root; empty where nothing is that says anything of it. */
    Optional<Published> about(X509Certificate certificate, X509Certificate issuer);

    /** Both, this one first: the newer of what they have. */
    default KeptRevocations or(KeptRevocations other) {
        return (certificate, issuer) -> {
            Optional<Published> ours = about(certificate, issuer);
            Optional<Published> theirs = other.about(certificate, issuer);
            boolean theirsIsNewer = ours.isEmpty()
                    || theirs.filter(one -> one.at().isAfter(ours.get().at())).isPresent();
            return theirsIsNewer ? theirs : ours;
        };
    }

    /**
     * One list or answer.
     *
     * @param answer an OCSP answer (RFC 6960), else a revocation list (RFC 5280 §5)
     * @param at as of when it speaks
     */
    record Published(byte[] der, boolean answer, Instant at) {}
}
