package vn.lienthong.routes.door.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.signature.AlgorithmFacts;
import vn.lienthong.gateway.signature.Change;
import vn.lienthong.gateway.signature.Coverage;
import vn.lienthong.gateway.signature.Integrity;
import vn.lienthong.gateway.signature.PathStatus;
import vn.lienthong.gateway.signature.Presence;
import vn.lienthong.gateway.signature.RevocationFacts;
import vn.lienthong.gateway.signature.RevocationWord;
import vn.lienthong.gateway.signature.SignatureFacts;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.SignatureVerdict;
import vn.lienthong.gateway.signature.SignerFacts;
import vn.lienthong.gateway.signature.SubIndication;
import vn.lienthong.gateway.signature.TimeFacts;
import vn.lienthong.routes.report.Told;

class VerificationViewTest {

    /** A good seal whose file was annotated later, and a second signature nobody can settle yet. */
    static String reports() {
        SignatureFacts good = facts(
                PathStatus.TRUSTED,
                RevocationFacts.Status.GOOD,
                List.of(new Change(Change.Kind.ANNOTATION, "object 12")));
        SignatureFacts open = facts(PathStatus.TRUSTED, RevocationFacts.Status.UNKNOWN, List.of());
        SignatureReport pdf = new SignatureReport(
                "7816.pdf",
                Presence.SIGNED,
                List.of(
                        SignatureVerdict.passed(good, List.of()),
                        SignatureVerdict.because(
                                SubIndication.TRY_LATER,
                                open,
                                List.of(Finding.warning(
                                        ErrorCode.SIGNATURE_INDETERMINATE, "7816.pdf", "CRL: not in the cache")))),
                List.of());
        SignatureReport envelope = SignatureReport.without(
                "envelope",
                Presence.DECORATIVE,
                Finding.information(
                        ErrorCode.ENVELOPE_SIGNATURE_DECORATIVE, "envelope", "không có SignatureValue thật"));
        return JsonMapper.builder().build().writeValueAsString(List.of(pdf, envelope));
    }

    private static SignatureFacts facts(PathStatus path, RevocationFacts.Status revocation, List<Change> changes) {
        return new SignatureFacts(
                "Signature1",
                "ETSI.CAdES.detached",
                Optional.of(new SignerFacts(
                        "Văn phòng Chính phủ",
                        "Văn phòng Chính phủ",
                        Optional.of("G22"),
                        "CN=Co quan chung thuc so Chinh phu",
                        "0a",
                        Sha256.of(new byte[0]),
                        Sample.TIME.minusSeconds(1000),
                        Sample.TIME.plusSeconds(1000),
                        Optional.of("GOVERNMENT"))),
                new TimeFacts(Optional.of(Sample.TIME), Optional.empty(), false, Sample.TIME),
                new AlgorithmFacts("SHA-256", "RSA", 2048),
                Coverage.WHOLE_REVISION,
                Integrity.INTACT,
                path,
                new RevocationFacts(
                        revocation,
                        Optional.empty(),
                        Optional.of(Sample.TIME.minusSeconds(9)),
                        Optional.empty(),
                        "CRL",
                        Optional.of(Sample.TIME),
                        Optional.empty(),
                        Optional.of(new RevocationWord(
                                "CN=CA", Sample.TIME, Optional.of(Sample.TIME.plusSeconds(600)), Sha256.of(new byte[] {1
                                })))),
                changes);
    }

    @BeforeEach
    void speakVietnamese() {
        LocaleContextHolder.setLocale(ConsoleLanguage.VIETNAMESE);
    }

    @AfterEach
    void speakAsBefore() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void answersEachQuestionByItself() {
        VerificationView pdf = VerificationView.read(reports()).getFirst();
        assertThat(pdf.presence()).isEqualTo("SIGNED");
        SignatureView seal = pdf.signatures().getFirst();
        assertThat(seal.indication()).isEqualTo("TOTAL_PASSED");
        assertThat(seal.subIndication()).isEmpty();
        assertThat(seal.signer()).isEqualTo("Văn phòng Chính phủ");
        assertThat(seal.code()).isEqualTo("G22");
        assertThat(answers(seal))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "integrity", "INTACT GOOD",
                        "coverage", "WHOLE_REVISION GOOD",
                        "path", "TRUSTED GOOD",
                        "revocation", "GOOD GOOD",
                        "time", "CLAIMED DOUBT",
                        "changes", "ANNOTATION DOUBT",
                        "algorithms", " PLAIN"));
    }

    @Test
    void namesTheListThatWasUsed() {
        SignatureView seal =
                VerificationView.read(reports()).getFirst().signatures().getFirst();
        assertThat(seal.aspects().stream()
                        .filter(aspect -> aspect.question().equals("revocation"))
                        .flatMap(aspect -> aspect.detail().stream()))
                .contains(
                        "invalidityDate " + Sample.TIME.minusSeconds(9),
                        "thisUpdate " + Sample.TIME,
                        "nextUpdate " + Sample.TIME.plusSeconds(600),
                        "SHA-256 " + Sha256.of(new byte[] {1}).hex());
    }

    @Test
    void saysWhyASignatureIsOpen() {
        SignatureView open =
                VerificationView.read(reports()).getFirst().signatures().getLast();
        assertThat(open.indication()).isEqualTo("INDETERMINATE");
        assertThat(open.subIndication()).isEqualTo("TRY_LATER");
        assertThat(answers(open)).containsEntry("revocation", "UNKNOWN DOUBT").containsEntry("changes", "NONE GOOD");
        assertThat(open.notes())
                .containsExactly(
                        new VerificationView.Note("WARNING", "SIGNATURE_INDETERMINATE", "CRL: not in the cache"));
    }

    @Test
    void decorativeIsNotSigned() {
        VerificationView envelope = VerificationView.read(reports()).getLast();
        assertThat(envelope.presence()).isEqualTo("DECORATIVE");
        assertThat(envelope.signatures()).isEmpty();
        assertThat(envelope.notes()).hasSize(1);
    }

    @Test
    void tellsInSentencesWhatItKnowsWhole() {
        Told told = Objects.requireNonNull(
                VerificationView.read(reports()).getFirst().told());
        assertThat(told.signatures().getFirst().sentences()).anyMatch(sentence -> sentence.contains("mã G22"));
        assertThat(told.signatures().getLast().headline()).contains("CHƯA KẾT LUẬN ĐƯỢC");
        String older = reports().replace("\"timestamps\":[],", "");
        assertThat(older).doesNotContain("timestamps");
        assertThat(VerificationView.read(older).getFirst().told()).isEqualTo(told);
        String newer = reports().replace("WHOLE_REVISION", "HALF_OF_IT");
        assertThat(VerificationView.read(newer).getFirst().told()).isNull();
        assertThat(VerificationView.read("[{\"verdicts\":[{\"facts\":{\"integrity\":\"INTACT\"}}]}]")
                        .getFirst()
                        .told())
                .isNull();
    }

    @Test
    void readsOldAndBrokenRecords() {
        assertThat(VerificationView.read("[]")).isEmpty();
        assertThat(VerificationView.read("[{\"verdicts\":[{\"facts\":{\"integrity\":\"NEWER_WORD\"}}]}]"))
                .singleElement()
                .satisfies(report -> assertThat(answers(report.signatures().getFirst()))
                        .containsEntry("integrity", "NEWER_WORD DOUBT"));
        assertThat(VerificationView.read("not json").getFirst().notes())
                .containsExactly(new VerificationView.Note("ERROR", "", "not json"));
    }

    @Test
    void tonesNeverFlatter() {
        VerificationView bad = VerificationView.read(
                        "[{\"verdicts\":[{\"facts\":{\"integrity\":\"CONTENT_CHANGED\",\"coverage\":\"PARTIAL\",\"path\":\"UNTRUSTED\","
                                + "\"revocation\":{\"status\":\"REVOKED\"},\"changesAfter\":[{\"kind\":\"METADATA\"},{\"kind\":\"CONTENT\"}]}}]}]")
                .getFirst();
        assertThat(answers(bad.signatures().getFirst()))
                .containsEntry("integrity", "CONTENT_CHANGED BAD")
                .containsEntry("coverage", "PARTIAL BAD")
                .containsEntry("path", "UNTRUSTED BAD")
                .containsEntry("revocation", "REVOKED BAD")
                .containsEntry("changes", "CONTENT BAD");
    }

    private static Map<String, String> answers(SignatureView signature) {
        return signature.aspects().stream()
                .collect(Collectors.toMap(
                        SignatureView.Aspect::question, aspect -> aspect.answer() + " " + aspect.tone()));
    }
}
