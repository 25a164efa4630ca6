package vn.lienthong.gateway.signature.path;

import java.security.cert.X509Certificate;
import java.util.Optional;

/** The OCSP answers in use, as they came. Safe for many threads. */
public final class KeptAnswers implements KeptRevocations {
    private final OcspCache cache;

    public KeptAnswers(OcspCache cache) {
        this.cache = cache;
    }

    @Override
    public Optional<Published> about(X509Certificate certificate, X509Certificate issuer) {
        return cache.kept(certificate, issuer).map(kept -> new Published(kept.der(), true, kept.thisUpdate()));
    }
}
