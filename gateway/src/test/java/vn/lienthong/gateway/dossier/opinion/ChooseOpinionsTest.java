package vn.lienthong.gateway.dossier.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.signature.Presence;
import vn.lienthong.gateway.signature.SignatureFacts;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.SignatureVerdict;
import vn.lienthong.gateway.signature.SubIndication;

class ChooseOpinionsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");

    private static List<SignatureReport> reports(String subject, String reason) {
        return reports(subject, "ETSI.CAdES.detached", reason);
    }

    private static List<SignatureReport> reports(String subject, String encoding, String reason) {
        SignatureFacts facts = SignatureFacts.unread("Sig1", encoding, NOW);
        SignatureVerdict verdict = reason.isEmpty()
                ? SignatureVerdict.passed(facts, List.of())
                : SignatureVerdict.because(SubIndication.valueOf(reason), facts, List.of());
        return List.of(new SignatureReport(subject, Presence.SIGNED, List.of(verdict), List.of()));
    }

    private static long chosen(ChooseOpinions choosing, List<SignatureReport> reports) {
        Random random = new Random(8);
        return Stream.generate(() -> new DossierId(new UUID(random.nextLong(), random.nextLong())))
                .limit(10_000)
                .filter(id -> choosing.wants(id, reports))
                .count();
    }

    @ParameterizedTest
    @CsvSource({
        "thu.pdf, '', true",
        "thu.pdf, TRY_LATER, true",
        "thu.pdf, HASH_FAILURE, false",
        "thu.pdf, NO_CERTIFICATE_CHAIN_FOUND, false",
        "envelope, '', false",
    })
    void onlyWhatWePassOrMayPassIsWorthAsking(String subject, String reason, boolean worth) {
        assertThat(chosen(ChooseOpinions.all(), reports(subject, reason))).isEqualTo(worth ? 10_000 : 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ETSI.CAdES.detached", "adbe.pkcs7.detached", "CAdES", "CMS", "XAdES", "XML-DSig"})
    void everyFormIsCompared(String encoding) {
        assertThat(chosen(ChooseOpinions.all(), reports("thu", encoding, ""))).isEqualTo(10_000);
        assertThat(chosen(ChooseOpinions.all(), reports("thu", encoding, "HASH_FAILURE")))
                .isZero();
    }

    @Test
    void aShareIsAskedAboutUnlessTooManyWait() {
        List<SignatureReport> good = reports("thu.pdf", "");
        assertThat(chosen(ChooseOpinions.none(), good)).isZero();
        assertThat(chosen(ChooseOpinions.sampled(20, () -> false), good)).isBetween(140L, 260L);
        assertThat(chosen(ChooseOpinions.sampled(20, () -> true), good)).isZero();
    }
}
