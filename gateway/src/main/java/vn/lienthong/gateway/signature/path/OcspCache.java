package vn.lienthong.gateway.signature.path;

import java.math.BigInteger;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import vn.lienthong.gateway.digest.Sha256;

/**
 * OCSP answers in memory (RFC 6960), each accepted only from the issuer or whom it named for this, kept by an {@link
 * OcspStore}. What could not be answered is remembered for whoever fetches, and so is an answer in use that will end: before
 * it does a fresh one is at hand. Asking never waits. Safe for many threads.
 */
public final class OcspCache {
    private static final int GOOD_AT_MOST = 20_000;
    private static final int WANTED_AT_MOST = 1_000;
    private static final int REFUSALS_AT_MOST = 1_000;
    /** Numbers are given before rows are seen: so many of the last ones are looked for again. */
    private static final int MAY_COME_LATE = 100;

    private static final int TENTHS_OF_LIFE = 8;

    private final OcspStore store;
    private final Revocations lists;
    private final Duration clockSkew;
    private final int goodAtMost;
    private final Certificates certificates = new Certificates();
    private final Map<HeldAnswers.Key, WantedAnswer> wanted = new ConcurrentHashMap<>();
    private final BoundedCache<HeldAnswers.Key, String> refusals = new BoundedCache<>(REFUSALS_AT_MOST);
    private final AtomicLong learnt = new AtomicLong();
    private final ReentrantLock changing = new ReentrantLock();
    private volatile HeldAnswers held;

    /**
     * Starts empty; {@link #refresh} takes up what the store kept. Answers of issuers that are not in the trust stores are
     * left out: they are fetched anew when the next document asks.
     *
     * @param lists tell whether a responder is revoked that does not say of itself that it need not be asked about
     */
    public OcspCache(TrustStores stores, OcspStore store, Revocations lists, Duration clockSkew) {
        this(stores, store, lists, clockSkew, GOOD_AT_MOST);
    }

    /** @param goodAtMost answers held about certificates that are not revoked */
    OcspCache(TrustStores stores, OcspStore store, Revocations lists, Duration clockSkew, int goodAtMost) {
        this.store = store;
        this.lists = lists;
        this.clockSkew = clockSkew;
        this.goodAtMost = goodAtMost;
        this.held = new HeldAnswers(stores, goodAtMost);
    }

    /** Other authorities from now on: answers of those no longer trusted are forgotten. */
    public void trust(TrustStores stores) {
        changing.lock();
        try {
            held = new HeldAnswers(stores, goodAtMost);
            wanted.clear();
        } finally {
            changing.unlock();
        }
        learnt.incrementAndGet();
    }

    /**
     * Takes up answers that another process put into the store, or this one before its start.
     *
     * @param useful those that had ended before are passed over
     * @return how many were new
     */
    public int refresh(Instant useful) {
        changing.lock();
        try {
            HeldAnswers into = held;
            int taken = 0;
            for (Map.Entry<Long, Sha256> name :
                    store.newest(into.readTo() - MAY_COME_LATE, useful).entrySet()) {
                if (into.reads(name.getKey(), name.getValue())) {
                    taken += store.read(name.getValue())
                                    .filter(kept -> takeUp(kept, into))
                                    .isPresent()
                            ? 1
                            : 0;
                }
            }
            return taken;
        } finally {
            changing.unlock();
        }
    }

    private boolean takeUp(OcspStore.Kept kept, HeldAnswers into) {
        int space = kept.about().indexOf(' ');
        List<X509Certificate> issuers = into.authorities(kept.about().substring(0, space));
        BigInteger serial = new BigInteger(kept.about().substring(space + 1), 16);
        return issuers.stream().anyMatch(issuer -> ReadOcsp.checked(kept.der(), issuer)
                .filter(answer -> hold(answer, issuer, serial, kept.digest(), into))
                .isPresent());
    }

    /**
     * Adds an answer that was fetched.
     *
     * @return false when a newer one, or the same, is here already
     * @throws RevocationUnavailable when it is none, not by whom the issuer trusts, not of today, or does not know the
     *     certificate: that is no word for it (RFC 6960 §2.2)
     */
    boolean take(byte[] der, WantedAnswer asked, URI from, byte @Nullable [] nonce, Instant now)
            throws RevocationUnavailable {
        OcspAnswer answer = ReadOcsp.fetched(der, asked.issuer());
        OcspAnswer.Single single = answer.of(asked.serial())
                .orElseThrow(() -> new RevocationUnavailable(
                        "OCSP answer: not about the certificate (expected: its issuer and serial number)"));
        requireOf(answer, single, nonce, now);
        changing.lock();
        try {
            Sha256 digest = Sha256.of(der);
            boolean fresh = hold(answer, asked.issuer(), asked.serial(), digest, held);
            if (fresh) {
                String about =
                        HeldAnswers.Key.of(asked.issuer(), asked.serial()).text();
                store.put(new OcspStore.Kept(digest, about, der, from, single.thisUpdate(), useful(single)));
            }
            return fresh;
        } finally {
            changing.unlock();
        }
    }

    /** A revocation stands for good; one that may be lifted ends like any other word. */
    private static @Nullable Instant useful(OcspAnswer.Single single) {
        return single.revoked() != null && !HeldAnswers.onHold(single) ? null : until(single);
    }

    private static Instant until(OcspAnswer.Single single) {
        return single.nextUpdate() == null ? single.thisUpdate() : single.nextUpdate();
    }

    /** Neither ended nor dated ahead, and no replay where we could tell. */
    private void requireOf(OcspAnswer answer, OcspAnswer.Single single, byte @Nullable [] nonce, Instant now)
            throws RevocationUnavailable {
        if (!single.known()) {
            throw new RevocationUnavailable("OCSP answer: unknown certificate (expected: good or revoked)");
        }
        if (!answer.standsAt(now)) {
            throw new RevocationUnavailable(
                    "OCSP answer: of a responder that ended " + answer.last() + " (expected: in force at " + now + ")");
        }
        if (now.isAfter(until(single).plus(clockSkew)) || single.thisUpdate().isAfter(now.plus(clockSkew))) {
            throw new RevocationUnavailable("OCSP answer: for " + single.thisUpdate() + " to " + single.nextUpdate()
                    + " (expected: in force at " + now + ")");
        }
        // Responders that answer from a store leave the nonce out (RFC 5019 §3.1): then the dates alone count.
        byte[] repeated = answer.nonce();
        if (nonce != null && repeated != null && !Arrays.equals(nonce, repeated)) {
            throw new RevocationUnavailable("OCSP answer: another nonce (expected: the one of the request)");
        }
    }

    private boolean hold(
            OcspAnswer answer, X509Certificate issuer, BigInteger serial, Sha256 digest, HeldAnswers into) {
        OcspAnswer.Single single =
                answer.of(serial).filter(OcspAnswer.Single::known).orElse(null);
        HeldAnswers.Key key = HeldAnswers.Key.of(issuer, serial);
        if (single == null || !into.isNews(key, single)) {
            return false;
        }
        // The responder's certificate is the same in thousands of answers: kept once.
        X509Certificate responder = certificates.of(answer.responder()).certificate();
        HeldAnswers.Answer old =
                into.put(key, new HeldAnswers.Answer(single, responder, answer.trustedAlone(), digest));
        WantedAnswer asked = wanted.remove(key);
        boolean lifted = old != null && old.revoked() && single.revoked() == null;
        if (lifted || (asked != null && asked.missed())) {
            learnt.incrementAndGet();
        }
        return true;
    }

    /** Answers that would have settled what could not be settled, or will end while in use. */
    List<WantedAnswer> wanted() {
        return List.copyOf(wanted.values());
    }

    /** Notes why there is no answer, for whoever asks in vain. */
    void refused(WantedAnswer asked, String reason) {
        refusals.put(HeldAnswers.Key.of(asked.issuer(), asked.serial()), reason);
    }

    /** Counts up whenever something was learnt that may settle what could not be settled. */
    public long learnt() {
        return learnt.get();
    }

    /**
     * What is known of a certificate; empty where its issuer answers nowhere and never did.
     *
     * @param want whether an answer that is missing, or will soon be, is to be fetched
     */
    Optional<RevocationAnswer> ask(
            X509Certificate certificate, X509Certificate issuer, Instant at, Freshness freshness, boolean want) {
        HeldAnswers answers = held;
        if (!want && answers.isEmpty()) {
            return Optional.empty();
        }
        HeldAnswers.Key key = HeldAnswers.Key.of(issuer, certificate.getSerialNumber());
        HeldAnswers.Answer answer = answers.get(key);
        if (answer != null && answer.revoked() && stands(answer, issuer, at)) {
            List<URI> addresses =
                    want && HeldAnswers.onHold(answer.single()) ? ResponderAddresses.of(certificate) : List.of();
            want(key, addresses, issuer, false);
            return revoked(answer);
        }
        boolean good = answer != null
                && !answer.revoked()
                && answer.single().covers(certificate, at, freshness, clockSkew)
                && stands(answer, issuer, at);
        List<URI> addresses =
                want && (!good || ending(answer.single(), at)) ? ResponderAddresses.of(certificate) : List.of();
        want(key, addresses, issuer, !good);
        if (good) {
            return Optional.of(good(answer));
        }
        return answer == null && addresses.isEmpty() ? Optional.empty() : Optional.of(unknown(key, answer, issuer));
    }

    /** The answer that is held about a certificate, in its bytes. */
    Optional<OcspStore.Kept> kept(X509Certificate certificate, X509Certificate issuer) {
        HeldAnswers.Answer answer = held.get(HeldAnswers.Key.of(issuer, certificate.getSerialNumber()));
        return answer == null ? Optional.empty() : store.read(answer.digest());
    }

    private static boolean ending(OcspAnswer.Single single, Instant at) {
        Instant end = single.nextUpdate();
        return end != null
                && at.isAfter(single.thisUpdate()
                        .plus(Duration.between(single.thisUpdate(), end)
                                .multipliedBy(TENTHS_OF_LIFE)
                                .dividedBy(10)));
    }

    private static RevocationAnswer good(HeldAnswers.Answer answer) {
        OcspAnswer.Single single = answer.single();
        return new RevocationAnswer.Good(
                source(answer),
                single.thisUpdate(),
                until(single),
                Optional.of(answer.digest()),
                Optional.of(single.word(answer.responder(), answer.digest())));
    }

    private static Optional<RevocationAnswer> revoked(HeldAnswers.Answer answer) {
        return Optional.ofNullable(answer.single().revoked())
                .map(entry -> new RevocationAnswer.Revoked(
                        entry.at(),
                        entry.reason(),
                        Optional.ofNullable(entry.invalidFrom()),
                        source(answer),
                        answer.single().thisUpdate(),
                        Optional.of(answer.digest()),
                        Optional.of(answer.single().word(answer.responder(), answer.digest()))));
    }

    private RevocationAnswer unknown(HeldAnswers.Key key, HeldAnswers.@Nullable Answer answer, X509Certificate issuer) {
        String refusal = refusals.get(key);
        String what = answer == null
                ? "no OCSP answer of " + issuer.getSubjectX500Principal()
                : source(answer) + " is for " + answer.single().thisUpdate() + " to "
                        + answer.single().nextUpdate();
        return new RevocationAnswer.Unknown(refusal == null ? what : what + ", the last time: " + refusal);
    }

    /** @param addresses where nobody is to be asked, none */
    private void want(HeldAnswers.Key key, List<URI> addresses, X509Certificate issuer, boolean missed) {
        if (addresses.isEmpty()) {
            return;
        }
        if (wanted.size() >= WANTED_AT_MOST) {
            wanted.clear();
        }
        wanted.put(key, new WantedAnswer(addresses, key.serial(), issuer, missed));
    }

    /** A responder without the mark that it needs no check is asked about itself, by lists. */
    private boolean stands(HeldAnswers.Answer answer, X509Certificate issuer, Instant at) {
        return answer.trustedAlone() || lists.ask(answer.responder(), issuer, at) instanceof RevocationAnswer.Good;
    }

    private static String source(HeldAnswers.Answer answer) {
        return "OCSP of " + answer.responder().getSubjectX500Principal().getName();
    }
}
