package vn.lienthong.gateway.signature.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom an authority names to answer for it: with what key, and for how long. */
final class DelegatedResponderTest {
    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
    private static final Instant TOMORROW = NOW.plus(Duration.ofDays(1));
    private static final Instant LATER = NOW.plus(Duration.ofDays(90));
    private static final Map<String, KeyPair> KEYS = Map.of(
            "RSA-3072", SmallAuthority.pair("RSA", 3072),
            "RSA-2048", SmallAuthority.pair("RSA", 2048),
            "EC-256", SmallAuthority.pair("EC", 256),
            "EC-384", SmallAuthority.pair("EC", 384));

    private static final Duration SKEW = Duration.ofMinutes(5);
    private static final URI FROM = URI.create(SmallAuthority.RESPONDER);
    private static final SmallAuthority AUTHORITY = new SmallAuthority("Cơ quan Thử", NOW);
    private static final X509Certificate LEAF = AUTHORITY.leaf();
    private static final WantedAnswer WANTED =
            new WantedAnswer(List.of(FROM), LEAF.getSerialNumber(), AUTHORITY.certificate(), true);

    private final OcspStore store = OcspStore.inMemory();
    private final OcspCache cache = new OcspCache(AUTHORITY.stores(), store, Revocations.none(), SKEW);

    private static KeyPair key(String name) {
        KeyPair key = KEYS.get(name);
        if (key == null) {
            throw new AssertionError(name);
        }
        return key;
    }

    private static AnswerDraft about(SmallAuthority authority) {
        return AnswerDraft.good(authority.certificate(), LEAF.getSerialNumber(), NOW, TOMORROW);
    }

    @ParameterizedTest
    @CsvSource({"RSA-3072, RSA-2048", "RSA-2048, RSA-3072", "EC-256, RSA-2048", "RSA-2048, EC-256", "EC-384, EC-256"})
    void itsKeyMayBeOfAnotherKindAndSizeThanTheAuthoritys(String authoritys, String responders) {
        SmallAuthority authority = new SmallAuthority("Cơ quan Thử", NOW, key(authoritys));
        SmallAuthority.Holder responder = authority.responder(key(responders), LATER);
        byte[] answer = about(authority).signedBy(responder);
        assertThat(ReadOcsp.checked(answer, authority.certificate()))
                .get()
                .extracting(OcspAnswer::responder)
                .isEqualTo(responder.certificate());
    }

    @ParameterizedTest
    @CsvSource({"RSA-3072, RSA-2048", "EC-256, RSA-2048", "RSA-2048, EC-256", "EC-256, EC-384"})
    void aNamesakesResponderBesideItChangesNothing(String authoritys, String namesakes) {
        SmallAuthority authority = new SmallAuthority("Cơ quan Thử", NOW, key(authoritys));
        SmallAuthority namesake = new SmallAuthority("Cơ quan Thử", NOW, key(namesakes));
        SmallAuthority.Holder responder = authority.responder();
        X509Certificate other = namesake.responder().certificate();
        byte[] answer = about(authority).signedBy(responder, other, responder.certificate());
        assertThat(ReadOcsp.checked(answer, authority.certificate())).isPresent();
        assertThat(ReadOcsp.checked(answer, namesake.certificate())).isEmpty();
    }

    /** Everything in the answer is of yesterday, when the responder was in force: its key leaked since. */
    @Test
    void whatAnEndedResponderSaysIsNotTaken() {
        SmallAuthority.Holder ended = AUTHORITY.responder(key("RSA-2048"), NOW.minusSeconds(1));
        AnswerDraft back = AnswerDraft.good(
                AUTHORITY.certificate(), LEAF.getSerialNumber(), NOW.minus(Duration.ofDays(1)), TOMORROW);
        for (AnswerDraft draft : List.of(back, back.with(new RevokedStatus(Date.from(NOW))))) {
            byte[] forged = draft.signedBy(ended);
            assertThatThrownBy(() -> cache.take(forged, WANTED, FROM, null, NOW))
                    .isInstanceOf(RevocationUnavailable.class)
                    .hasMessageContaining("responder that ended 2026-11-22T01:59:59Z");
            assertThat(ask(NOW)).isInstanceOf(RevocationAnswer.Unknown.class);
            assertThat(carried(forged, NOW)).isInstanceOf(RevocationAnswer.Unknown.class);
        }
    }

    @Test
    void whatCameAlongCountsForATimeBeforeItsResponderEnded() {
        Instant end = NOW.plus(Duration.ofHours(6));
        byte[] answer = about(AUTHORITY).signedBy(AUTHORITY.responder(key("RSA-2048"), end));
        assertThat(carried(answer, NOW.minus(Duration.ofDays(30)))).isInstanceOf(RevocationAnswer.Good.class);
        assertThat(carried(answer, end)).isInstanceOf(RevocationAnswer.Good.class);
        assertThat(carried(answer, end.plusSeconds(1))).isInstanceOf(RevocationAnswer.Unknown.class);
    }

    @Test
    void anAnswerEndsWithItsResponder() throws Exception {
        Instant end = NOW.plus(Duration.ofHours(6));
        cache.take(about(AUTHORITY).signedBy(AUTHORITY.responder(key("RSA-2048"), end)), WANTED, FROM, null, NOW);
        assertThat(ask(NOW)).isInstanceOfSatisfying(RevocationAnswer.Good.class, good -> assertThat(good.nextUpdate())
                .isEqualTo(end));
        assertThat(ask(end.plus(SKEW))).isInstanceOf(RevocationAnswer.Good.class);
        assertThat(ask(end.plus(SKEW).plusSeconds(1))).isInstanceOf(RevocationAnswer.Unknown.class);
        assertThat(store.newest(0, end.plusSeconds(1))).as("not taken up later").isEmpty();
    }

    private RevocationAnswer ask(Instant at) {
        return cache.ask(LEAF, AUTHORITY.certificate(), at, Freshness.STRICT, true)
                .orElseThrow();
    }

    private static RevocationAnswer carried(byte[] answer, Instant covered) {
        CarriedEvidence evidence = new CarriedEvidence(List.of(), List.of(), List.of(answer));
        return new CarriedRevocations(Revocations.none(), evidence, covered, SKEW)
                .ask(LEAF, AUTHORITY.certificate(), covered);
    }
}
