package vn.lienthong.gateway.signature.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.certsdev.Branch;
import vn.lienthong.certsdev.DevelopmentPki;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.certsdev.KeyAlgorithm;
import vn.lienthong.gateway.dossier.reception.MovableClock;

/** Lists that were missed are fetched, once, and only those that are what they ought to be are kept. */
final class FetchListsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
    private static final Duration SKEW = Duration.ofMinutes(5);
    private static final FetchSettings SETTINGS = FetchSettings.defaults();

    private final MovableClock clock = new MovableClock(NOW);
    private final DevelopmentPki pki = DevelopmentPki.create(
            new DevelopmentPki.Settings(NOW, URI.create("http://pki.example"), KeyAlgorithm.EC_P256), clock);
    private final X509Certificate seal = pki.sealOf("G01", "Bộ gửi", Fate.GOOD).certificate();
    private final X509Certificate revoked =
            pki.sealOf("G01", "Bộ gửi", Fate.REVOKED).certificate();
    private final X509Certificate issuing = pki.issuingCa(Branch.GOVERNMENT);
    private final PublishedLists published = new PublishedLists();
    private final CrlStore store = CrlStore.inMemory();
    private final CrlCache cache = new CrlCache(stores(Branch.GOVERNMENT), store, SKEW);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final FetchLists fetching = new FetchLists(cache, published, SETTINGS, threads, clock);

    @AfterEach
    void stop() {
        threads.close();
    }

    private TrustStores stores(Branch branch) {
        return TrustStores.of(
                new TrustStore(TrustBranch.GOVERNMENT, List.of(pki.root(branch)), List.of(pki.issuingCa(branch))));
    }

    private RevocationAnswer ask(X509Certificate certificate) {
        return cache.ask(certificate, issuing, NOW);
    }

    @Test
    void listsAboutOurOwnAuthoritiesAreFetchedBeforeADocumentComes() {
        published.publish(pki);
        assertThat(fetching.fetch()).isEqualTo(1);
        assertThat(published.asked()).containsExactly(PublishedLists.root(pki));
        assertThat(cache.ask(issuing, pki.root(Branch.GOVERNMENT), NOW)).isInstanceOf(RevocationAnswer.Good.class);
    }

    @Test
    void whatManyMissedIsFetchedOnce() {
        published.publish(pki);
        for (int document = 0; document < 100; document++) {
            assertThat(ask(seal)).isInstanceOf(RevocationAnswer.Unknown.class);
            assertThat(ask(revoked)).isInstanceOf(RevocationAnswer.Unknown.class);
        }
        long before = cache.learnt();
        assertThat(fetching.fetch()).isEqualTo(2);
        assertThat(Collections.frequency(published.asked(), PublishedLists.issuing(pki)))
                .isEqualTo(1);
        assertThat(cache.learnt()).isGreaterThan(before);
        assertThat(cache.missing()).isEmpty();
        assertThat(ask(seal)).isInstanceOf(RevocationAnswer.Good.class);
        assertThat(ask(revoked)).isInstanceOf(RevocationAnswer.Revoked.class);
        assertThat(fetching.fetch()).isZero();
        assertThat(published.asked()).hasSize(2);
    }

    @Test
    void aListThatIsYoungerThanTheReceiptIsAnAnswer() {
        ask(seal);
        clock.pass(Duration.ofDays(2));
        published.publish(pki);
        fetching.fetch();
        assertThat(ask(seal)).isInstanceOf(RevocationAnswer.Good.class);
    }

    @Test
    void whoeverFailsIsLeftAloneForLongerEachTime() {
        ask(seal);
        int looks = 0;
        for (Duration waited = Duration.ZERO; waited.toHours() < 6; waited = waited.plusSeconds(2)) {
            fetching.fetch();
            clock.pass(Duration.ofSeconds(2));
            looks++;
        }
        assertThat(looks).isEqualTo(10_800);
        assertThat(Collections.frequency(published.asked(), PublishedLists.issuing(pki)))
                .as("30 s, 1, 2, 4, 8, 16, 32 min, then each hour")
                .isBetween(10, 14);
        published.publish(pki);
        clock.pass(SETTINGS.longestPause());
        assertThat(fetching.fetch()).isEqualTo(2);
    }

    @Test
    void anothersListIsNotTaken() {
        ask(seal);
        published.publish(PublishedLists.issuing(pki), pki.crl(Branch.PARTY));
        published.publish(PublishedLists.root(pki), pki.crl(Branch.GOVERNMENT));
        assertThat(fetching.fetch()).as("trusted, but not whom it was asked of").isZero();
        assertThat(store.versions()).isEmpty();
    }

    @Test
    void aForgedListIsNotTaken() {
        ask(seal);
        byte[] forged = pki.crl(Branch.GOVERNMENT);
        forged[forged.length - 1] ^= 1;
        published.publish(PublishedLists.issuing(pki), forged);
        published.publish(
                PublishedLists.root(pki),
                "<html>please log in</html>".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(fetching.fetch()).isZero();
        assertThat(store.versions()).isEmpty();
    }

    @Test
    void aListOfYesterdayOrTomorrowIsNotTaken() {
        ask(seal);
        published.publish(pki);
        clock.pass(Duration.ofDays(8));
        assertThat(fetching.fetch()).as("ended a day ago").isZero();
        published.publish(pki);
        clock.pass(Duration.ofDays(-1));
        assertThat(new FetchLists(cache, published, SETTINGS, threads, clock).fetch())
                .as("begins in a day")
                .isZero();
        assertThat(store.versions()).isEmpty();
    }

    @Test
    void aListIsRenewedBeforeItEnds() {
        ask(seal);
        published.publish(pki);
        fetching.fetch();
        int supplied = published.asked().size();
        clock.pass(SETTINGS.refresh().minusSeconds(1));
        assertThat(fetching.fetch()).isZero();
        assertThat(published.asked()).hasSize(supplied);
        clock.pass(Duration.ofSeconds(1));
        published.publish(pki);
        long before = cache.learnt();
        assertThat(fetching.fetch()).isEqualTo(2);
        assertThat(cache.learnt()).as("nobody missed it").isEqualTo(before);
    }

    @Test
    void renewalGoesOnAfterARestart() {
        ask(seal);
        published.publish(pki);
        fetching.fetch();
        clock.pass(Duration.ofDays(6));
        published.publish(pki);
        CrlCache restarted = new CrlCache(stores(Branch.GOVERNMENT), store, SKEW);
        assertThat(new FetchLists(restarted, published, SETTINGS, threads, clock).fetch())
                .isEqualTo(2);
    }

    @Test
    void aListThatAnAdministratorNamedIsFetchedUnasked() {
        published.publish(pki);
        FetchSettings named = new FetchSettings(
                List.of(PublishedLists.issuing(pki)),
                SETTINGS.refresh(),
                SETTINGS.firstPause(),
                SETTINGS.longestPause());
        assertThat(new FetchLists(cache, published, named, threads, clock).fetch())
                .isEqualTo(2);
        assertThat(ask(seal)).isInstanceOf(RevocationAnswer.Good.class);
    }

    @Test
    void whatAnotherProcessKeptIsTakenUp() throws Exception {
        ask(seal);
        long before = cache.learnt();
        assertThat(cache.refresh()).isZero();
        new CrlCache(stores(Branch.GOVERNMENT), store, SKEW).add(pki.crl(Branch.GOVERNMENT));
        assertThat(cache.refresh()).isEqualTo(1);
        assertThat(cache.learnt()).isGreaterThan(before);
        assertThat(ask(seal)).isInstanceOf(RevocationAnswer.Good.class);
        assertThat(cache.refresh()).isZero();
    }

    @Test
    void listsFollowTrust() throws Exception {
        cache.add(pki.crl(Branch.GOVERNMENT));
        long before = cache.learnt();
        cache.trust(stores(Branch.PARTY));
        assertThat(cache.learnt()).isGreaterThan(before);
        assertThat(ask(seal)).as("no longer trusted").isInstanceOf(RevocationAnswer.Unknown.class);
        cache.trust(stores(Branch.GOVERNMENT));
        assertThat(ask(seal)).as("trusted again: it was kept").isInstanceOf(RevocationAnswer.Good.class);
    }
}
