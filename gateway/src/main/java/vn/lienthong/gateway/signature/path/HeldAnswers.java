package vn.lienthong.gateway.signature.path;

import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;
import vn.lienthong.gateway.digest.Sha256;

/**
 * What was said by whom under one set of authorities, and how far the store was read. Read by many threads; changed by one at a
 * time. Of what is not revoked only so much is held; a revocation is never given up: nobody would ask about it again, and the
 * store is read once.
 */
final class HeldAnswers {
    static final String ON_HOLD = "CERTIFICATE_HOLD";
    private static final int SHARE_GIVEN_UP = 10;

    private final int goodAtMost;
    private final Map<Key, Answer> answers = new ConcurrentHashMap<>();
    private final Map<String, List<X509Certificate>> authorities = new HashMap<>();
    private final BoundedCache<Sha256, Boolean> read;
    private volatile long readTo;
    private int good;

    /** A certificate by its issuer's name and key, and its number. */
    record Key(X500Principal issuer, Sha256 publicKey, BigInteger serial) {
        static Key of(X509Certificate issuer, BigInteger serial) {
            return new Key(
                    issuer.getSubjectX500Principal(),
                    Sha256.of(issuer.getPublicKey().getEncoded()),
                    serial);
        }

        /** As the store keeps it. */
        String text() {
            return publicKey.hex() + " " + serial.toString(16);
        }
    }

    /** The word about one certificate, and the digest of the bytes that it is from. */
    record Answer(OcspAnswer.Single single, X509Certificate responder, boolean trustedAlone, Sha256 digest) {
        boolean revoked() {
            return single.revoked() != null;
        }
    }

    /** @param goodAtMost answers held about certificates that are not revoked */
    HeldAnswers(TrustStores stores, int goodAtMost) {
        this.goodAtMost = goodAtMost;
        this.read = new BoundedCache<>(2 * goodAtMost);
        for (X509Certificate authority : stores.authorities()) {
            authorities.merge(
                    Sha256.of(authority.getPublicKey().getEncoded()).hex(), List.of(authority), (one, other) -> one);
        }
    }

    /** Whether a certificate is revoked for now only: its hold may be lifted (RFC 5280 §5.3.1), so it is asked about again. */
    static boolean onHold(OcspAnswer.Single single) {
        return single.revoked() != null && single.revoked().reason().equals(ON_HOLD);
    }

    boolean isEmpty() {
        return answers.isEmpty();
    }

    @Nullable
    Answer get(Key key) {
        return answers.get(key);
    }

    /** Whether the word about a certificate would be newer than what is held. */
    boolean isNews(Key key, OcspAnswer.Single single) {
        Answer old = answers.get(key);
        return old == null || single.thisUpdate().isAfter(old.single().thisUpdate());
    }

    /** Holds an answer; returns the one that it takes the place of. */
    @Nullable
    Answer put(Key key, Answer answer) {
        if (good >= goodAtMost) {
            giveUpOldest();
        }
        Answer old = answers.put(key, answer);
        good += (answer.revoked() ? 0 : 1) - (old == null || old.revoked() ? 0 : 1);
        return old;
    }

    /** Whoever still needs one asks again. */
    private void giveUpOldest() {
        List<Key> oldest = answers.entrySet().stream()
                .filter(held -> !held.getValue().revoked())
                .sorted(Comparator.comparing(held -> held.getValue().single().thisUpdate()))
                .limit(Math.max(1, goodAtMost / SHARE_GIVEN_UP))
                .map(Map.Entry::getKey)
                .toList();
        oldest.forEach(answers::remove);
        good -= oldest.size();
    }

    /** The authorities of a key, of those trusted. */
    List<X509Certificate> authorities(String publicKey) {
        return authorities.getOrDefault(publicKey, List.of());
    }

    long readTo() {
        return readTo;
    }

    /** Notes a row of the store; false where it was read already. */
    boolean reads(long number, Sha256 digest) {
        readTo = Math.max(readTo, number);
        boolean first = read.get(digest) == null;
        if (first) {
            read.put(digest, true);
        }
        return first;
    }
}
