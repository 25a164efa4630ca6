package vn.lienthong.gateway.signature.path;

import java.security.cert.CRLException;
import java.security.cert.X509Certificate;
import java.util.Comparator;
import java.util.Optional;
import vn.lienthong.gateway.digest.Sha256;

/** The revocation lists that a store keeps, as they came. Safe for many threads. */
public final class KeptLists implements KeptRevocations {
    private final CrlStore store;

    public KeptLists(CrlStore store) {
        this.store = store;
    }

    @Override
    public Optional<Published> about(X509Certificate certificate, X509Certificate issuer) {
        String ofIssuer = Sha256.of(issuer.getPublicKey().getEncoded()).hex();
        return store.versions().keySet().stream()
                .filter(key -> key.startsWith(ofIssuer))
                .flatMap(key -> store.read(key).stream())
                .flatMap(kept -> speaking(kept.der(), certificate, issuer).stream())
                .max(Comparator.comparing(Published::at));
    }

    private static Optional<Published> speaking(byte[] der, X509Certificate certificate, X509Certificate issuer) {
        try {
            RevocationList list = RevocationList.checked(RevocationList.parse(der), issuer.getPublicKey());
            boolean scoped =
                    list.scope() == null || DistributionPoints.of(certificate).contains(list.scope());
            boolean dropped =
                    list.thisUpdate().isAfter(certificate.getNotAfter().toInstant())
                            && !list.coversExpired()
                            && list.entry(certificate.getSerialNumber()).isEmpty();
            return scoped && !dropped && list.issuer().equals(certificate.getIssuerX500Principal())
                    ? Optional.of(new Published(der, false, list.thisUpdate()))
                    : Optional.empty();
        } catch (CRLException useless) {
            // Kept under other trust, or no longer understood: it says nothing.
            return Optional.empty();
        }
    }
}
