package vn.lienthong.gateway.signature.path;

import java.net.URI;
import java.net.URISyntaxException;
import java.security.cert.CRLException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;
import vn.lienthong.gateway.digest.Sha256;

/**
 * Revocation lists in memory (RFC 5280 §5), each accepted only with its issuer's signature, found in constant time, kept by
 * a {@link CrlStore}. What could not be answered is remembered as an address, for whoever fetches. Safe for many threads.
 */
public final class CrlCache implements Revocations {
    private static final int MISSING_AT_MOST = 1_000;

    private final CrlStore store;
    private final Duration clockSkew;
    private final List<X509Certificate> authorities;
    private final Map<Key, RevocationList> lists = new ConcurrentHashMap<>();
    private final Map<URI, X500Principal> missing = new ConcurrentHashMap<>();

    /**
     * Starts with what the store kept; lists of issuers that are no longer trusted are left out.
     *
     * @param stores whose authorities may sign lists
     */
    public CrlCache(TrustStores stores, CrlStore store, Duration clockSkew) {
        this.store = store;
        this.clockSkew = clockSkew;
        this.authorities = authorities(stores);
        for (byte[] kept : store.all()) {
            try {
                accept(kept);
            } catch (CRLException noLongerTrusted) {
                // Left out: its issuer is not among the authorities of today.
            }
        }
    }

    /**
     * Adds a list.
     *
     * @return false when a newer one, or the same, is here already
     * @throws CRLException when it is malformed, not signed by an authority of ours, or limited in a way we do not follow
     */
    public boolean add(byte[] der) throws CRLException {
        Key key = accept(der);
        if (key == null) {
            return false;
        }
        store.put(key.text(), der);
        return true;
    }

    /** Addresses of the lists that would have answered what could not be answered, since they were last supplied. */
    public List<URI> missing() {
        return List.copyOf(missing.keySet());
    }

    @Override
    public RevocationAnswer ask(X509Certificate certificate, X509Certificate issuer, Instant at) {
        List<String> addresses = DistributionPoints.of(certificate);
        RevocationList list = find(certificate, issuer, addresses);
        if (list == null) {
            return unknown(certificate, addresses, "no revocation list of " + issuer.getSubjectX500Principal());
        }
        var entry = list.entry(certificate.getSerialNumber());
        if (entry.isPresent()) {
            return new RevocationAnswer.Revoked(
                    entry.get().at(), entry.get().reason(), source(list), list.thisUpdate());
        }
        if (at.isAfter(list.nextUpdate().plus(clockSkew)) || list.thisUpdate().isAfter(at.plus(clockSkew))) {
            return unknown(
                    certificate, addresses, source(list) + " is for " + list.thisUpdate() + " to " + list.nextUpdate());
        }
        Instant expiry = certificate.getNotAfter().toInstant();
        if (list.thisUpdate().isAfter(expiry) && !list.coversExpired()) {
            // Authorities drop expired certificates from their lists: absence then says nothing.
            return new RevocationAnswer.Unknown(source(list) + " was issued after the certificate expired");
        }
        return new RevocationAnswer.Good(source(list), list.thisUpdate(), list.nextUpdate());
    }

    private @Nullable RevocationList find(X509Certificate certificate, X509Certificate issuer, List<String> addresses) {
        X500Principal name = certificate.getIssuerX500Principal();
        Sha256 key = Sha256.of(issuer.getPublicKey().getEncoded());
        RevocationList full = lists.get(new Key(name, key, null));
        return full != null
                ? full
                : addresses.stream()
                        .map(address -> lists.get(new Key(name, key, address)))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    private RevocationAnswer unknown(X509Certificate certificate, List<String> addresses, String reason) {
        for (String address : addresses) {
            try {
                if (missing.size() < MISSING_AT_MOST) {
                    missing.put(new URI(address), certificate.getIssuerX500Principal());
                }
            } catch (URISyntaxException notAnAddress) {
                // Nobody could fetch from there.
            }
        }
        return new RevocationAnswer.Unknown(reason);
    }

    /** Takes a list into memory; null when it is not newer than what is there. */
    private @Nullable Key accept(byte[] der) throws CRLException {
        X509CRL crl = RevocationList.parse(der);
        CRLException refused = new CRLException("revocation list of " + crl.getIssuerX500Principal()
                + ": issuer unknown (expected: an authority of the trust stores)");
        for (X509Certificate authority : authorities) {
            if (!authority.getSubjectX500Principal().equals(crl.getIssuerX500Principal()) || !maySign(authority)) {
                continue;
            }
            try {
                RevocationList list = RevocationList.checked(crl, authority.getPublicKey());
                Key key = new Key(
                        list.issuer(), Sha256.of(authority.getPublicKey().getEncoded()), list.scope());
                return newer(key, list) ? key : null;
            } catch (CRLException notByThisKey) {
                refused = notByThisKey;
            }
        }
        throw refused;
    }

    private boolean newer(Key key, RevocationList list) {
        RevocationList old = lists.get(key);
        if (old != null && !list.thisUpdate().isAfter(old.thisUpdate())) {
            return false;
        }
        lists.merge(key, list, (other, fresh) -> fresh.thisUpdate().isAfter(other.thisUpdate()) ? fresh : other);
        missing.entrySet()
                .removeIf(asked -> asked.getValue().equals(list.issuer())
                        && (key.scope() == null
                                || key.scope().equals(asked.getKey().toString())));
        return true;
    }

    private static boolean maySign(X509Certificate authority) {
        return KeyUse.allowedBy(authority.getKeyUsage()).contains(KeyUse.SIGN_REVOCATION_LISTS);
    }

    private static String source(RevocationList list) {
        return "CRL of " + list.issuer().getName();
    }

    private static List<X509Certificate> authorities(TrustStores stores) {
        List<X509Certificate> all = new ArrayList<>();
        for (TrustStore branch : stores.stores()) {
            all.addAll(branch.anchors());
            all.addAll(branch.intermediates());
        }
        return List.copyOf(all);
    }

    private record Key(X500Principal issuer, Sha256 publicKey, @Nullable String scope) {
        String text() {
            return publicKey.hex() + (scope == null ? "" : " " + scope);
        }
    }
}
