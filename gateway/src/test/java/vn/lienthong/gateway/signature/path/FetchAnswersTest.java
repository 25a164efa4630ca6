package vn.lienthong.gateway.signature.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.certsdev.Branch;
import vn.lienthong.certsdev.DevelopmentPki;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.certsdev.KeyAlgorithm;
import vn.lienthong.gateway.dossier.reception.MovableClock;

/** Answers that were missed are fetched, once, and a responder that is silent holds up nobody. */
final class FetchAnswersTest {
    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
    private static final Duration SKEW = Duration.ofMinutes(5);

    private final MovableClock clock = new MovableClock(NOW);
    private final DevelopmentPki pki = DevelopmentPki.create(
            new DevelopmentPki.Settings(NOW, URI.create("http://pki.example"), KeyAlgorithm.EC_P256), clock);
    private final X509Certificate issuing = pki.issuingCa(Branch.GOVERNMENT);
    private final X509Certificate seal = pki.sealOf("G01", "Bộ gửi", Fate.GOOD).certificate();
    private final X509Certificate revoked =
            pki.sealOf("G01", "Bộ gửi", Fate.REVOKED).certificate();
    private final X509Certificate other =
            pki.sealOf("G09", "Bộ khác", Fate.GOOD).certificate();
    private final X509Certificate down =
            pki.sealOf("G01", "Bộ gửi", Fate.OCSP_DOWN).certificate();

    private final TrustStores stores = TrustStores.of(
            new TrustStore(TrustBranch.GOVERNMENT, List.of(pki.root(Branch.GOVERNMENT)), List.of(issuing)));
    private final CrlCache lists = new CrlCache(stores, CrlStore.inMemory(), SKEW);
    private final OcspStore store = OcspStore.inMemory();
    private final OcspCache cache = new OcspCache(stores, store, lists, SKEW);
    private final KnownRevocations known = new KnownRevocations(lists, cache, OcspUse.standard(), SKEW);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Desk desk = new Desk();

    /** The responder of the PKI; addresses with the word {@code down} in them are silent, or hang. */
    private final class Desk implements OcspSource {
        private final List<URI> asked = Collections.synchronizedList(new ArrayList<>());
        private final Map<Integer, byte[]> requests = new ConcurrentHashMap<>();
        private final CountDownLatch open = new CountDownLatch(1);
        private volatile boolean hangs;
        private volatile boolean silent;

        @Override
        public byte[] ask(URI address, byte[] request) throws RevocationUnavailable {
            asked.add(address);
            requests.put(asked.size(), request);
            if (silent || address.toString().contains("down")) {
                hang();
                throw new RevocationUnavailable("ConnectException (expected: an answer)");
            }
            return pki.ocsp(request);
        }

        private void hang() {
            try {
                if (hangs) {
                    open.await();
                }
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private final FetchAnswers fetching = fetching(Duration.ofSeconds(20), 0);

    private FetchAnswers fetching(Duration patience, int nonce) {
        AnswerSettings usual = AnswerSettings.defaults();
        AnswerSettings settings = new AnswerSettings(
                usual.naming(), nonce, usual.atOnce(), usual.atOnceEach(), usual.failures(), patience, usual.pauses());
        return new FetchAnswers(cache, desk, settings, threads, new SecureRandom(), clock);
    }

    @AfterEach
    void stop() {
        desk.open.countDown();
        threads.close();
    }

    private RevocationAnswer ask(X509Certificate certificate) {
        return known.ask(certificate, issuing, clock.instant(), TrustBranch.GOVERNMENT);
    }

    @Test
    void whatManyMissedIsFetchedOnceAndKept() {
        for (int document = 0; document < 100; document++) {
            assertThat(ask(seal)).isInstanceOf(RevocationAnswer.Unknown.class);
            assertThat(ask(revoked)).isInstanceOf(RevocationAnswer.Unknown.class);
        }
        assertThat(desk.asked).as("a document opens no socket").isEmpty();
        long before = known.learnt();
        assertThat(fetching.fetch()).isEqualTo(2);
        assertThat(desk.asked).hasSize(2);
        assertThat(known.learnt()).isGreaterThan(before);
        assertThat(ask(revoked))
                .isInstanceOfSatisfying(RevocationAnswer.Revoked.class, answer -> assertThat(answer.reason())
                        .isEqualTo("KEY_COMPROMISE"));
        assertThat(ask(seal)).isInstanceOfSatisfying(RevocationAnswer.Good.class, answer -> assertThat(
                        store.read(answer.evidence().orElseThrow()))
                .isPresent());
        assertThat(fetching.fetch()).isZero();
        assertThat(desk.asked).hasSize(2);
    }

    @Test
    void authoritiesAreLeftToListsUnlessAsked() {
        known.ask(issuing, pki.root(Branch.GOVERNMENT), NOW);
        assertThat(cache.wanted()).isEmpty();
        OcspUse all = new OcspUse(OcspUse.When.WITHOUT_LIST, true, Map.of());
        new KnownRevocations(lists, cache, all, SKEW).ask(issuing, pki.root(Branch.GOVERNMENT), NOW);
        assertThat(cache.wanted()).hasSize(1);
        assertThat(fetching.fetch()).isEqualTo(1);
    }

    @Test
    void aResponderThatHangsHoldsUpNobodyElse() throws Exception {
        desk.hangs = true;
        FetchAnswers impatient = fetching(Duration.ofMillis(200), 0);
        ask(down);
        ask(seal);
        untilGood(impatient, seal);
        ask(other);
        untilGood(impatient, other);
        assertThat(desk.asked.stream().filter(address -> address.toString().contains("down")))
                .as("asked once while it hangs")
                .hasSize(1);
        assertThat(ask(down)).isInstanceOf(RevocationAnswer.Unknown.class);
    }

    /** On a busy machine an answer may take longer than the patience of one round, never as long as the one that hangs. */
    private void untilGood(FetchAnswers impatient, X509Certificate certificate) throws InterruptedException {
        for (int round = 0; round < 100 && !(ask(certificate) instanceof RevocationAnswer.Good); round++) {
            impatient.fetch();
            Thread.sleep(20);
        }
        assertThat(ask(certificate)).as("though one still hangs").isInstanceOf(RevocationAnswer.Good.class);
    }

    @Test
    void whoeverFailsIsLeftAloneForLongerEachTime() {
        ask(down);
        for (Duration waited = Duration.ZERO; waited.toHours() < 6; waited = waited.plusSeconds(2)) {
            fetching.fetch();
            clock.pass(Duration.ofSeconds(2));
        }
        assertThat(desk.asked)
                .as("30 s, 1, 2, 4, 8, 16, 32 min, then each hour")
                .hasSizeBetween(10, 14);
    }

    @Test
    void aHostThatFailsIsAskedWithOneRequestAtATime() {
        desk.silent = true;
        for (int one = 0; one < 20; one++) {
            ask(pki.sealOf("G" + one, "Bộ " + one, Fate.GOOD).certificate());
        }
        fetching.fetch();
        int first = desk.asked.size();
        assertThat(first)
                .as("four at once, then one after the other until it is left alone")
                .isBetween(3, 8);
        fetching.fetch();
        assertThat(desk.asked).as("left alone").hasSize(first);
        desk.silent = false;
        clock.pass(Duration.ofHours(1));
        assertThat(fetching.fetch()).as("all, once it is back").isEqualTo(20);
        assertThat(store.newest(0, NOW)).hasSize(20);
    }

    @Test
    void aListThatSettlesItIsEnoughUnlessFresherWordIsWished() throws Exception {
        lists.add(pki.crl(Branch.GOVERNMENT));
        assertThat(ask(seal)).isInstanceOf(RevocationAnswer.Good.class);
        assertThat(cache.wanted()).isEmpty();

        KnownRevocations always =
                new KnownRevocations(lists, cache, new OcspUse(OcspUse.When.ALWAYS, false, Map.of()), SKEW);
        assertThat(always.ask(seal, issuing, NOW)).isInstanceOf(RevocationAnswer.Good.class);
        clock.pass(Duration.ofHours(1));
        assertThat(fetching.fetch()).isEqualTo(1);
        assertThat(always.ask(seal, issuing, clock.instant()))
                .isInstanceOfSatisfying(
                        RevocationAnswer.Good.class,
                        good -> assertThat(good.source()).as("the fresher one").startsWith("OCSP of "));
        clock.pass(Duration.ofHours(1));
        lists.add(pki.crl(Branch.GOVERNMENT));
        assertThat(((RevocationAnswer.Good) always.ask(seal, issuing, clock.instant())).source())
                .startsWith("CRL of ");
    }

    @Test
    void whoIsRevokedInEitherIsRevoked() throws Exception {
        ask(seal);
        fetching.fetch();
        pki.revoke(pki.sealOf("G01", "Bộ gửi", Fate.GOOD), NOW.plusSeconds(60));
        clock.pass(Duration.ofHours(1));
        assertThat(ask(seal)).as("nobody said so yet").isInstanceOf(RevocationAnswer.Good.class);
        lists.add(pki.crl(Branch.GOVERNMENT));
        assertThat(ask(seal)).isInstanceOf(RevocationAnswer.Revoked.class);

        lists.add(pki.crl(Branch.GOVERNMENT));
        X509Certificate third = pki.sealOf("G02", "Bộ khác", Fate.GOOD).certificate();
        pki.revoke(pki.sealOf("G02", "Bộ khác", Fate.GOOD), clock.instant().plusSeconds(60));
        clock.pass(Duration.ofHours(1));
        OcspUse always = new OcspUse(OcspUse.When.ALWAYS, false, Map.of());
        KnownRevocations both = new KnownRevocations(lists, cache, always, SKEW);
        assertThat(both.ask(third, issuing, clock.instant())).isInstanceOf(RevocationAnswer.Good.class);
        fetching.fetch();
        assertThat(both.ask(third, issuing, clock.instant())).isInstanceOf(RevocationAnswer.Revoked.class);
    }

    @Test
    void aNonceIsSentWhereItIsWished() {
        ask(seal);
        assertThat(fetching(Duration.ofSeconds(20), 16).fetch()).isEqualTo(1);
        clock.pass(Duration.ofDays(2));
        ask(seal);
        fetching.fetch();
        assertThat(desk.requests.get(1).length - desk.requests.get(2).length).isGreaterThan(16);
    }

    @Test
    void theGraceOfABranchIsItsOwn() {
        ask(seal);
        fetching.fetch();
        clock.pass(Duration.ofHours(30));
        assertThat(ask(seal)).isInstanceOf(RevocationAnswer.Unknown.class);
        KnownRevocations kind = new KnownRevocations(
                lists,
                cache,
                new OcspUse(
                        OcspUse.When.WITHOUT_LIST,
                        false,
                        Map.of(TrustBranch.GOVERNMENT, new Freshness(Duration.ofHours(12), null))),
                SKEW);
        assertThat(kind.ask(seal, issuing, clock.instant(), TrustBranch.GOVERNMENT))
                .isInstanceOf(RevocationAnswer.Good.class);
        assertThat(kind.ask(seal, issuing, clock.instant(), TrustBranch.PARTY))
                .isInstanceOf(RevocationAnswer.Unknown.class);
    }
}
