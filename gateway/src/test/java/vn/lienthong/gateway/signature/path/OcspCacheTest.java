package vn.lienthong.gateway.signature.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.signature.RevocationWord;

/** Which answers are taken, and what they are then worth. */
final class OcspCacheTest {
    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
    private static final Instant TOMORROW = NOW.plus(Duration.ofDays(1));
    private static final Duration SKEW = Duration.ofMinutes(5);
    private static final URI FROM = URI.create(SmallAuthority.RESPONDER);

    private static final SmallAuthority AUTHORITY = new SmallAuthority("Cơ quan Thử", NOW);
    private static final SmallAuthority STRANGER = new SmallAuthority("Kẻ lạ", NOW);
    private static final X509Certificate LEAF = AUTHORITY.leaf();

    private final OcspStore store = OcspStore.inMemory();
    private final OcspCache cache = new OcspCache(AUTHORITY.stores(), store, Revocations.none(), SKEW);
    private final WantedAnswer wanted =
            new WantedAnswer(List.of(FROM), LEAF.getSerialNumber(), AUTHORITY.certificate(), true);

    private static AnswerDraft good() {
        return AnswerDraft.good(AUTHORITY.certificate(), LEAF.getSerialNumber(), NOW, TOMORROW);
    }

    private boolean take(byte[] answer) throws RevocationUnavailable {
        return cache.take(answer, wanted, FROM, null, NOW);
    }

    private RevocationAnswer ask(Instant at) {
        return cache.ask(LEAF, AUTHORITY.certificate(), at, Freshness.STRICT, true)
                .orElseThrow();
    }

    private void refused(byte[] answer, String text) {
        assertThatThrownBy(() -> take(answer))
                .isInstanceOf(RevocationUnavailable.class)
                .hasMessageContaining(text);
        assertThat(ask(NOW)).isInstanceOf(RevocationAnswer.Unknown.class);
        assertThat(store.newest(0, Instant.MIN)).isEmpty();
    }

    @Test
    void theIssuerAndItsResponderAreBelievedAndTheAnswerIsKept() throws Exception {
        byte[] answer = good().signedBy(AUTHORITY.responder());
        assertThat(ask(NOW)).isInstanceOf(RevocationAnswer.Unknown.class);
        assertThat(cache.wanted()).containsExactly(wanted);
        assertThat(take(answer)).isTrue();
        assertThat(cache.wanted()).isEmpty();
        assertThat(cache.learnt()).isEqualTo(1);
        assertThat(ask(NOW))
                .isEqualTo(new RevocationAnswer.Good(
                        "OCSP of CN=Trả lời",
                        NOW,
                        TOMORROW,
                        Optional.of(Sha256.of(answer)),
                        Optional.of(new RevocationWord("CN=Trả lời", NOW, Optional.of(TOMORROW), Sha256.of(answer)))));
        assertThat(store.read(Sha256.of(answer)).orElseThrow().der()).isEqualTo(answer);
        assertThat(take(answer)).as("the same again").isFalse();

        byte[] later = AnswerDraft.good(AUTHORITY.certificate(), LEAF.getSerialNumber(), NOW.plusSeconds(60), TOMORROW)
                .signedBy(AUTHORITY.itself());
        assertThat(take(later)).isTrue();
        assertThat(store.read(Sha256.of(answer))).as("a verdict rests on it").isPresent();
    }

    @Test
    void nobodyElseIsBelieved() {
        refused(good().signedBy(STRANGER.responder()), "signed by somebody else");
        refused(good().signedBy(STRANGER.itself()), "signed by somebody else");
        refused(good().signedBy(AUTHORITY.holder("Không được giao", builder -> {})), "signed by somebody else");
        refused(
                good().signedBy(AUTHORITY.holder(
                        "Việc khác",
                        builder -> builder.addExtension(
                                Extension.extendedKeyUsage,
                                true,
                                new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping)))),
                "signed by somebody else");
        byte[] forged = good().signedBy(AUTHORITY.responder());
        forged[forged.length / 3] ^= 1;
        assertThatThrownBy(() -> take(forged)).isInstanceOf(RevocationUnavailable.class);
        refused("<html>đăng nhập</html>".getBytes(StandardCharsets.UTF_8), "unreadable");
        refused(new byte[0], "unreadable");
    }

    @Test
    void anAnswerAboutAnotherIsNone() {
        refused(
                AnswerDraft.good(STRANGER.certificate(), LEAF.getSerialNumber(), NOW, TOMORROW)
                        .signedBy(AUTHORITY.responder()),
                "not about the certificate");
        refused(
                AnswerDraft.good(AUTHORITY.certificate(), LEAF.getSerialNumber().negate(), NOW, TOMORROW)
                        .signedBy(AUTHORITY.responder()),
                "not about the certificate");
    }

    @Test
    void unknownIsNotGood() {
        refused(good().with(new UnknownStatus()).signedBy(AUTHORITY.responder()), "unknown certificate");
    }

    @ParameterizedTest
    @CsvSource({
        "1, malformedRequest",
        "2, internalError",
        "3, tryLater",
        "5, sigRequired",
        "6, unauthorized",
        "9, status 9"
    })
    void whoDoesNotAnswerIsUnreachable(int status, String text) {
        refused(AnswerDraft.refusal(status), text);
    }

    @Test
    void anAnswerOfYesterdayOrTomorrowIsNotTaken() {
        Instant past = NOW.minus(Duration.ofDays(2));
        refused(
                AnswerDraft.good(AUTHORITY.certificate(), LEAF.getSerialNumber(), past, past.plusSeconds(60))
                        .signedBy(AUTHORITY.responder()),
                "in force at");
        refused(
                AnswerDraft.good(AUTHORITY.certificate(), LEAF.getSerialNumber(), TOMORROW, TOMORROW.plusSeconds(60))
                        .signedBy(AUTHORITY.responder()),
                "in force at");
    }

    @Test
    void anotherNonceIsAReplayAndNoneIsAStoredAnswer() throws Exception {
        byte[] replayed = good().repeating(new byte[] {1}).signedBy(AUTHORITY.responder());
        assertThatThrownBy(() -> cache.take(replayed, wanted, FROM, new byte[] {2}, NOW))
                .hasMessageContaining("nonce");
        assertThat(cache.take(good().signedBy(AUTHORITY.responder()), wanted, FROM, new byte[] {2}, NOW))
                .isTrue();
    }

    @Test
    void itCountsUntilItEndsAndAsLongAfterAsTheBranchAllows() throws Exception {
        take(good().signedBy(AUTHORITY.responder()));
        Instant end = TOMORROW.plus(SKEW);
        assertThat(ask(NOW.minus(Duration.ofDays(3))))
                .as("younger than asked for")
                .isInstanceOf(RevocationAnswer.Good.class);
        assertThat(ask(end)).isInstanceOf(RevocationAnswer.Good.class);
        assertThat(ask(end.plusSeconds(1))).isInstanceOf(RevocationAnswer.Unknown.class);

        Freshness kind = new Freshness(Duration.ofHours(6), null);
        Freshness strict = new Freshness(Duration.ZERO, Duration.ofHours(1));
        assertThat(cache.ask(LEAF, AUTHORITY.certificate(), end.plus(Duration.ofHours(6)), kind, false))
                .get()
                .isInstanceOf(RevocationAnswer.Good.class);
        assertThat(cache.ask(LEAF, AUTHORITY.certificate(), NOW.plus(Duration.ofHours(2)), strict, false))
                .get()
                .isInstanceOf(RevocationAnswer.Unknown.class);
    }

    @Test
    void withoutAnEndItCountsForItsInstant() throws Exception {
        take(good().openEnded().signedBy(AUTHORITY.responder()));
        assertThat(ask(NOW)).isInstanceOf(RevocationAnswer.Good.class);
        assertThat(ask(NOW.plus(SKEW).plusSeconds(1))).isInstanceOf(RevocationAnswer.Unknown.class);
    }

    @Test
    void whatIsInUseIsWantedAnewBeforeItEnds() throws Exception {
        take(good().signedBy(AUTHORITY.responder()));
        assertThat(ask(NOW.plus(Duration.ofHours(19)))).isInstanceOf(RevocationAnswer.Good.class);
        assertThat(cache.wanted()).isEmpty();
        assertThat(ask(NOW.plus(Duration.ofHours(20)))).isInstanceOf(RevocationAnswer.Good.class);
        assertThat(cache.wanted()).hasSize(1).noneMatch(WantedAnswer::missed);
    }

    @Test
    void aRevocationIsForGoodAndSaysWhy() throws Exception {
        Instant then = NOW.minus(Duration.ofDays(3));
        take(good().with(new RevokedStatus(Date.from(then))).signedBy(AUTHORITY.responder()));
        assertThat(ask(NOW.plus(Duration.ofDays(50))))
                .isInstanceOfSatisfying(RevocationAnswer.Revoked.class, revoked -> {
                    assertThat(revoked.at()).isEqualTo(then);
                    assertThat(revoked.reason()).isEqualTo("NOT_GIVEN");
                    assertThat(revoked.evidence()).isPresent();
                });
        take(AnswerDraft.good(AUTHORITY.certificate(), LEAF.getSerialNumber(), NOW.plusSeconds(1), TOMORROW)
                .with(new RevokedStatus(Date.from(then), 4))
                .signedBy(AUTHORITY.responder()));
        assertThat(((RevocationAnswer.Revoked) ask(NOW)).reason()).isEqualTo("SUPERSEDED");
    }

    @Test
    void ofAnExpiredCertificateOnlyAnArchiveSpeaks() throws Exception {
        Instant expiry = LEAF.getNotAfter().toInstant();
        Instant after = expiry.plus(Duration.ofDays(5));
        AnswerDraft late = AnswerDraft.good(
                AUTHORITY.certificate(), LEAF.getSerialNumber(), after, after.plus(Duration.ofDays(1)));
        // The authority of this test has ended by then as well, and signs all the same: its own word is asked for.
        cache.take(late.signedBy(AUTHORITY.itself()), wanted, FROM, null, after);
        assertThat(ask(NOW)).isInstanceOf(RevocationAnswer.Unknown.class);
        AnswerDraft archived = AnswerDraft.good(
                        AUTHORITY.certificate(),
                        LEAF.getSerialNumber(),
                        after.plusSeconds(1),
                        after.plus(Duration.ofDays(1)))
                .archivedSince(NOW);
        cache.take(archived.signedBy(AUTHORITY.itself()), wanted, FROM, null, after);
        assertThat(ask(NOW)).isInstanceOf(RevocationAnswer.Good.class);
    }

    @Test
    void aResponderThatWantsToBeCheckedIsChecked() throws Exception {
        SmallAuthority.Holder unmarked = AUTHORITY.holder(
                "Phải hỏi",
                builder -> builder.addExtension(
                        Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_OCSPSigning)));
        assertThat(unmarked.certificate().getExtensionValue(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck.getId()))
                .isNull();
        byte[] answer = good().signedBy(unmarked);
        take(answer);
        assertThat(ask(NOW)).as("no list about it").isInstanceOf(RevocationAnswer.Unknown.class);
        Revocations listed = (certificate, issuer, at) -> certificate.equals(unmarked.certificate())
                ? new RevocationAnswer.Good("CRL", NOW, TOMORROW)
                : new RevocationAnswer.Unknown("no list");
        OcspCache other = new OcspCache(AUTHORITY.stores(), store, listed, SKEW);
        assertThat(other.refresh(NOW)).isEqualTo(1);
        assertThat(other.ask(LEAF, AUTHORITY.certificate(), NOW, Freshness.STRICT, false))
                .get()
                .isInstanceOf(RevocationAnswer.Good.class);
    }

    @Test
    void whatIsKeptIsTakenUpByWhoTrustsItsIssuer() throws Exception {
        take(good().signedBy(AUTHORITY.responder()));
        OcspCache restarted = new OcspCache(AUTHORITY.stores(), store, Revocations.none(), SKEW);
        assertThat(restarted.refresh(NOW)).isEqualTo(1);
        assertThat(restarted.refresh(NOW)).isZero();
        assertThat(restarted.ask(LEAF, AUTHORITY.certificate(), NOW, Freshness.STRICT, false))
                .get()
                .isInstanceOf(RevocationAnswer.Good.class);
        restarted.trust(STRANGER.stores());
        assertThat(restarted.refresh(NOW)).as("not of its authorities").isZero();
        restarted.trust(AUTHORITY.stores());
        assertThat(restarted.refresh(TOMORROW.plusSeconds(1))).as("ended").isZero();
        assertThat(restarted.refresh(NOW)).isEqualTo(1);
    }

    @Test
    void whereNobodyAnswersNothingIsWanted() {
        X509Certificate silent =
                AUTHORITY.holder("Không có địa chỉ", builder -> {}).certificate();
        assertThat(cache.ask(silent, AUTHORITY.certificate(), NOW, Freshness.STRICT, true))
                .isEmpty();
        assertThat(cache.wanted()).isEmpty();
    }
}
