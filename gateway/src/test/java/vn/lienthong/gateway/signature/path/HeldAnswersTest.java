package vn.lienthong.gateway.signature.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.IntStream;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.digest.Sha256;

/** What is given up when there is too much, and which revocations are asked about again. */
final class HeldAnswersTest {
    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
    private static final Duration SKEW = Duration.ofMinutes(5);
    private static final URI FROM = URI.create(SmallAuthority.RESPONDER);
    private static final int HOLD = 6;
    private static final int SUPERSEDED = 4;

    private static final SmallAuthority AUTHORITY = new SmallAuthority("Cơ quan Thử", NOW);
    private static final X509Certificate ISSUER = AUTHORITY.certificate();
    private static final X509Certificate LEAF = AUTHORITY.leaf();

    private final OcspStore store = OcspStore.inMemory();
    private final OcspCache cache = started();

    private OcspCache started() {
        return new OcspCache(AUTHORITY.stores(), store, Revocations.none(), SKEW);
    }

    private void take(CertificateStatus status, Instant from) throws RevocationUnavailable {
        byte[] answer = AnswerDraft.good(ISSUER, LEAF.getSerialNumber(), from, from.plus(Duration.ofDays(1)))
                .with(status)
                .signedBy(AUTHORITY.responder());
        WantedAnswer wanted = new WantedAnswer(List.of(FROM), LEAF.getSerialNumber(), ISSUER, true);
        assertThat(cache.take(answer, wanted, FROM, null, from)).isTrue();
    }

    private static RevokedStatus revoked(int reason) {
        return new RevokedStatus(Date.from(NOW.minusSeconds(60)), reason);
    }

    private static RevocationAnswer ask(OcspCache of, Instant at) {
        return of.ask(LEAF, ISSUER, at, Freshness.STRICT, true).orElseThrow();
    }

    @Test
    void ofTooManyTheOldestGoodOnesGoAndNoRevocation() {
        HeldAnswers held = new HeldAnswers(AUTHORITY.stores(), 20);
        RevocationList.Entry revoked = new RevocationList.Entry(NOW, "KEY_COMPROMISE");
        for (int i = 0; i < 200; i++) {
            OcspAnswer.Single single = new OcspAnswer.Single(
                    BigInteger.valueOf(i), true, i % 2 == 0 ? revoked : null, NOW.plusSeconds(i), null, null);
            held.put(
                    HeldAnswers.Key.of(ISSUER, single.serial()),
                    new HeldAnswers.Answer(single, ISSUER, true, Sha256.of(new byte[] {(byte) i})));
        }
        List<Integer> there = IntStream.range(0, 200)
                .filter(i -> held.get(HeldAnswers.Key.of(ISSUER, BigInteger.valueOf(i))) != null)
                .boxed()
                .toList();
        assertThat(there.stream().filter(i -> i % 2 == 0)).as("revoked").hasSize(100);
        assertThat(there.stream().filter(i -> i % 2 == 1))
                .hasSizeBetween(18, 20)
                .allMatch(i -> i > 155)
                .contains(199);
    }

    @Test
    void aHoldIsAskedAboutAgainAndItsLiftingLearnt() throws Exception {
        take(revoked(HOLD), NOW);
        long before = cache.learnt();
        assertThat(ask(cache, NOW))
                .isInstanceOfSatisfying(RevocationAnswer.Revoked.class, word -> assertThat(word.reason())
                        .isEqualTo("CERTIFICATE_HOLD"));
        assertThat(cache.wanted()).hasSize(1).noneMatch(WantedAnswer::missed);
        take(CertificateStatus.GOOD, NOW.plusSeconds(60));
        assertThat(cache.learnt())
                .as("signatures that wait are looked at again")
                .isEqualTo(before + 1);
        assertThat(ask(cache, NOW.plusSeconds(60))).isInstanceOf(RevocationAnswer.Good.class);
        assertThat(cache.wanted()).isEmpty();
    }

    @Test
    void aHoldHasAnEndAfterARestart() throws Exception {
        take(revoked(HOLD), NOW);
        Instant ended = NOW.plus(Duration.ofDays(1)).plusSeconds(1);
        OcspCache soon = started();
        assertThat(soon.refresh(NOW)).isEqualTo(1);
        assertThat(ask(soon, NOW)).isInstanceOf(RevocationAnswer.Revoked.class);
        OcspCache later = started();
        assertThat(later.refresh(ended)).isZero();
        assertThat(ask(later, ended)).as("to be asked").isInstanceOf(RevocationAnswer.Unknown.class);
        assertThat(later.wanted()).hasSize(1).allMatch(WantedAnswer::missed);
    }

    @Test
    void anyOtherRevocationStands() throws Exception {
        take(revoked(SUPERSEDED), NOW);
        assertThat(ask(cache, NOW.plus(Duration.ofDays(9)))).isInstanceOf(RevocationAnswer.Revoked.class);
        assertThat(cache.wanted()).isEmpty();
        assertThat(started().refresh(NOW.plus(Duration.ofDays(9)))).isEqualTo(1);
    }

    @Test
    void aLaterListThatKnowsOfNoHoldSaysThatItWasLifted() {
        RevocationAnswer.Good later = new RevocationAnswer.Good("CRL", NOW.plusSeconds(60), NOW.plusSeconds(600));
        RevocationAnswer.Good earlier = new RevocationAnswer.Good("CRL", NOW.minusSeconds(60), NOW.plusSeconds(600));
        RevocationAnswer.Revoked hold = new RevocationAnswer.Revoked(NOW, "CERTIFICATE_HOLD", "OCSP", NOW);
        RevocationAnswer.Revoked lost = new RevocationAnswer.Revoked(NOW, "KEY_COMPROMISE", "OCSP", NOW);
        assertThat(KnownRevocations.better(later, hold)).isEqualTo(later);
        assertThat(KnownRevocations.better(earlier, hold)).isEqualTo(hold);
        assertThat(KnownRevocations.better(later, lost)).isEqualTo(lost);
    }
}
