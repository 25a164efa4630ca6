package vn.lienthong.gateway.signature.path;

import java.net.URI;
import java.net.URISyntaxException;
import java.security.cert.CRLException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;
import vn.lienthong.gateway.digest.Sha256;

/**
 * Revocation lists in memory (RFC 5280 §5), each accepted only with its issuer's signature, found in constant time, kept by
 * a {@link CrlStore}. What could not be answered is remembered as an address, for whoever fetches. Asking never waits; trust
 * that changes replaces the lists as a whole. Safe for many threads.
 */
public final class CrlCache implements Revocations {
    private static final int MISSING_AT_MOST = 1_000;

    private final CrlStore store;
    private final Duration clockSkew;
    private final Map<String, WantedList> missing = new ConcurrentHashMap<>();
    private final AtomicLong learnt = new AtomicLong();
    /** A lock and no monitor: the store is asked under it, and up to JDK 23 a monitor would hold the carrier thread. */
    private final ReentrantLock changing = new ReentrantLock();
    /** What of the store is in memory, or was found unusable: by key, its version. */
    private final Map<String, String> seen = new HashMap<>();

    private volatile Held held;

    /** The authorities that may sign lists, and what they signed. */
    private record Held(List<X509Certificate> authorities, Map<Key, Supply> lists) {
        Held(TrustStores stores) {
            this(stores.authorities(), new ConcurrentHashMap<>());
        }
    }

    private record Supply(RevocationList list, X509Certificate issuer, Optional<URI> address) {}

    /**
     * Starts with what the store kept. Lists of issuers that are not in the trust stores are left out: of an intermediate
     * that comes in documents only, the list is fetched anew when the next document asks for it.
     *
     * @param stores whose authorities may sign lists
     */
    public CrlCache(TrustStores stores, CrlStore store, Duration clockSkew) {
        this.store = store;
        this.clockSkew = clockSkew;
        this.held = new Held(stores);
        takeUp(held);
        wantListsAbout(stores);
    }

    /** Other authorities from now on: lists of those no longer trusted are forgotten, kept ones of new ones taken up. */
    public void trust(TrustStores stores) {
        Held fresh = new Held(stores);
        changing.lock();
        try {
            seen.clear();
            takeUp(fresh);
            held = fresh;
            missing.clear();
            wantListsAbout(stores);
        } finally {
            changing.unlock();
        }
        learnt.incrementAndGet();
    }

    /**
     * Takes up lists that another process put into the store.
     *
     * @return how many were new
     */
    public int refresh() {
        changing.lock();
        try {
            return takeUp(held);
        } finally {
            changing.unlock();
        }
    }

    private int takeUp(Held into) {
        int taken = 0;
        for (Map.Entry<String, String> kept : store.versions().entrySet()) {
            if (!kept.getValue().equals(seen.get(kept.getKey()))) {
                Optional<CrlStore.Kept> list = store.read(kept.getKey()).filter(read -> isNew(read, into));
                seen.put(kept.getKey(), kept.getValue());
                taken += list.isPresent() ? 1 : 0;
            }
        }
        return taken;
    }

    private boolean isNew(CrlStore.Kept kept, Held into) {
        try {
            return accept(RevocationList.parse(kept.der()), into.authorities(), kept.address(), into) != null;
        } catch (CRLException noLongerTrusted) {
            // Left out: its issuer is not among the authorities of today.
            return false;
        }
    }

    /**
     * Adds a list that a person brought.
     *
     * @return false when a newer one, or the same, is here already
     * @throws CRLException when it is malformed, not signed by an authority of ours, or limited in a way we do not follow
     */
    public boolean add(byte[] der) throws CRLException {
        return keep(RevocationList.parse(der), held.authorities(), Optional.empty());
    }

    /**
     * Adds a list that was fetched.
     *
     * @return false when a newer one, or the same, is here already
     * @throws CRLException as {@link #add}; also when it is not its wanted issuer's, or not of today
     */
    boolean take(byte[] der, WantedList wanted, Instant now) throws CRLException {
        X509CRL crl = RevocationList.parse(der);
        RevocationList.requireOf(crl, now, clockSkew);
        List<X509Certificate> signers = wanted.issuer().map(List::of).orElse(held.authorities());
        return keep(crl, signers, Optional.of(wanted.address()));
    }

    private boolean keep(X509CRL crl, List<X509Certificate> signers, Optional<URI> address) throws CRLException {
        changing.lock();
        try {
            takeUp(held);
            Key key = accept(crl, signers, address, held);
            if (key == null) {
                return false;
            }
            store.put(key.text(), new CrlStore.Kept(crl.getEncoded(), address));
            return true;
        } finally {
            changing.unlock();
        }
    }

    /** Lists that would have answered what could not be answered, since they were last supplied. */
    public List<WantedList> missing() {
        return List.copyOf(missing.values());
    }

    /** Lists at hand that were fetched. */
    List<SuppliedList> supplied() {
        return held.lists().values().stream()
                .flatMap(supply -> supply.address().stream()
                        .map(address -> new SuppliedList(
                                new WantedList(address, Optional.of(supply.issuer())),
                                supply.list().thisUpdate(),
                                supply.list().nextUpdate())))
                .toList();
    }

    /** Counts up whenever something was learnt that may settle what could not be settled: a missed list came, trust changed. */
    public long learnt() {
        return learnt.get();
    }

    @Override
    public RevocationAnswer ask(X509Certificate certificate, X509Certificate issuer, Instant at) {
        return ask(certificate, issuer, at, Freshness.STRICT);
    }

    RevocationAnswer ask(X509Certificate certificate, X509Certificate issuer, Instant at, Freshness freshness) {
        List<String> addresses = DistributionPoints.of(certificate);
        RevocationList list = find(certificate, issuer, addresses);
        if (list == null) {
            want(issuer, addresses);
            return new RevocationAnswer.Unknown("no revocation list of " + issuer.getSubjectX500Principal());
        }
        var entry = list.entry(certificate.getSerialNumber());
        if (entry.isPresent()) {
            return new RevocationAnswer.Revoked(
                    entry.get().at(),
                    entry.get().reason(),
                    Optional.ofNullable(entry.get().invalidFrom()),
                    source(list),
                    list.thisUpdate(),
                    Optional.empty(),
                    Optional.of(list.word()));
        }
        if (!freshness.covers(list.thisUpdate(), list.nextUpdate(), at, clockSkew)) {
            want(issuer, addresses);
            return new RevocationAnswer.Unknown(
                    source(list) + " is for " + list.thisUpdate() + " to " + list.nextUpdate());
        }
        Instant expiry = certificate.getNotAfter().toInstant();
        if (list.thisUpdate().isAfter(expiry) && !list.coversExpired()) {
            // Authorities drop expired certificates from their lists: absence then says nothing.
            return new RevocationAnswer.Unknown(source(list) + " was issued after the certificate expired");
        }
        // A list that is younger than the instant asked for says all the more: who is not on it was not revoked then.
        return new RevocationAnswer.Good(
                source(list), list.thisUpdate(), list.nextUpdate(), Optional.empty(), Optional.of(list.word()));
    }

    private @Nullable RevocationList find(X509Certificate certificate, X509Certificate issuer, List<String> addresses) {
        X500Principal name = certificate.getIssuerX500Principal();
        Sha256 key = Sha256.of(issuer.getPublicKey().getEncoded());
        Map<Key, Supply> lists = held.lists();
        Supply full = lists.get(new Key(name, key, null));
        return Stream.concat(
                        Stream.ofNullable(full),
                        addresses.stream()
                                .map(address -> lists.get(new Key(name, key, address)))
                                .filter(Objects::nonNull))
                .findFirst()
                .map(Supply::list)
                .orElse(null);
    }

    private void want(X509Certificate issuer, List<String> addresses) {
        if (missing.size() >= MISSING_AT_MOST) {
            // Whoever still misses one asks again.
            missing.clear();
        }
        for (String address : addresses) {
            try {
                WantedList wanted = new WantedList(new URI(address), Optional.of(issuer));
                if (wanted.fetchable()) {
                    missing.put(address, wanted);
                }
            } catch (URISyntaxException notAnAddress) {
                // Nobody could fetch from there.
            }
        }
    }

    /** The lists about our own intermediates are of use before the first document comes. */
    private void wantListsAbout(TrustStores stores) {
        for (X509Certificate authority : stores.authorities()) {
            stores.authorities().stream()
                    .filter(issuer -> !issuer.equals(authority)
                            && issuer.getSubjectX500Principal().equals(authority.getIssuerX500Principal()))
                    .filter(issuer -> find(authority, issuer, DistributionPoints.of(authority)) == null)
                    .forEach(issuer -> want(issuer, DistributionPoints.of(authority)));
        }
    }

    /** Takes a list into memory; null when it is not newer than what is there. */
    private @Nullable Key accept(X509CRL crl, List<X509Certificate> signers, Optional<URI> address, Held into)
            throws CRLException {
        CRLException refused = new CRLException("revocation list of " + crl.getIssuerX500Principal()
                + ": issuer unknown (expected: an authority of the trust stores, or the one it was asked of)");
        for (X509Certificate authority : signers) {
            if (!authority.getSubjectX500Principal().equals(crl.getIssuerX500Principal()) || !maySign(authority)) {
                continue;
            }
            try {
                RevocationList list = RevocationList.checked(crl, authority.getPublicKey());
                Key key = new Key(
                        list.issuer(), Sha256.of(authority.getPublicKey().getEncoded()), list.scope());
                return newer(key, new Supply(list, authority, address), into) ? key : null;
            } catch (CRLException notByThisKey) {
                refused = notByThisKey;
            }
        }
        throw refused;
    }

    private boolean newer(Key key, Supply fresh, Held into) {
        Map<Key, Supply> lists = into.lists();
        Supply old = lists.get(key);
        if (old != null && !fresh.list().thisUpdate().isAfter(old.list().thisUpdate())) {
            return false;
        }
        // One brought by hand does not make us forget where the next one can be fetched.
        Optional<URI> address = fresh.address().or(() -> old == null ? Optional.empty() : old.address());
        lists.put(key, new Supply(fresh.list(), fresh.issuer(), address));
        boolean missed = missing.entrySet()
                .removeIf(asked -> (key.scope() == null || key.scope().equals(asked.getKey()))
                        && asked.getValue()
                                .issuer()
                                .filter(issuer -> issuer.getPublicKey()
                                        .equals(fresh.issuer().getPublicKey()))
                                .isPresent());
        if (missed) {
            learnt.incrementAndGet();
        }
        return true;
    }

    private static boolean maySign(X509Certificate authority) {
        return KeyUse.allowedBy(authority.getKeyUsage()).contains(KeyUse.SIGN_REVOCATION_LISTS);
    }

    private static String source(RevocationList list) {
        return "CRL of " + list.issuer().getName();
    }

    private record Key(X500Principal issuer, Sha256 publicKey, @Nullable String scope) {
        String text() {
            return publicKey.hex() + (scope == null ? "" : " " + scope);
        }
    }
}
