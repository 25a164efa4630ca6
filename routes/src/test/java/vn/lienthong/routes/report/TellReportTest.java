package vn.lienthong.routes.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.gateway.signature.Change;
import vn.lienthong.gateway.signature.Coverage;
import vn.lienthong.gateway.signature.Indication;
import vn.lienthong.gateway.signature.Integrity;
import vn.lienthong.gateway.signature.PathStatus;
import vn.lienthong.gateway.signature.Presence;
import vn.lienthong.gateway.signature.RevocationFacts;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.SignatureVerdict;
import vn.lienthong.gateway.signature.SubIndication;
import vn.lienthong.gateway.signature.TimeFacts;
import vn.lienthong.gateway.signature.file.FileKind;
import vn.lienthong.gateway.verification.Outcome;
import vn.lienthong.gateway.verification.ReceiptView;

/** Every value that a report can hold is a sentence of its own, in both languages. */
class TellReportTest {

    /** The names of enums, which no person should have to read. */
    private static final Pattern RAW = Pattern.compile("\\b[A-Z]{2,}_[A-Z_]+\\b|\\bnull\\b|\\{\\d");

    private static List<String> sentences(String language, SignatureReport report) {
        Told told = new TellReport(Locale.of(language)).tell(report);
        List<String> all = new ArrayList<>(List.of(told.subject(), told.headline()));
        told.signatures().forEach(signature -> {
            all.add(signature.headline());
            all.addAll(signature.sentences());
        });
        all.addAll(told.timestamps());
        all.addAll(told.advice());
        assertThat(all).allSatisfy(sentence -> assertThat(sentence)
                .isNotBlank()
                .doesNotContainPattern(RAW)
                .doesNotContain("\u202e"));
        return all;
    }

    /** One report a value; each must say something that the others do not. */
    private static void differ(String language, List<SignatureReport> reports) {
        Set<String> seen = new HashSet<>();
        for (SignatureReport report : reports) {
            assertThat(seen.add(String.join("\n", sentences(language, report))))
                    .as("%s says nothing of its own in %s", report, language)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void everyReasonHasItsSentence(String language) {
        List<SignatureReport> reports = new ArrayList<>(List.of(Reports.passed(Reports.good())));
        for (SubIndication reason : SubIndication.values()) {
            reports.add(Reports.because(reason));
        }
        differ(language, reports);
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void everyPresenceHasItsSentence(String language) {
        List<SignatureReport> reports = new ArrayList<>(List.of(Reports.passed(Reports.good())));
        for (Presence presence : Presence.values()) {
            if (presence != Presence.SIGNED) {
                reports.add(SignatureReport.without("a.pdf", presence));
            }
        }
        differ(language, reports);
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void everyFactHasItsSentence(String language) {
        List<SignatureReport> reports = new ArrayList<>();
        for (Coverage coverage : Coverage.values()) {
            reports.add(Reports.passed(Reports.facts(
                    coverage, Integrity.INTACT, PathStatus.TRUSTED, RevocationFacts.Status.GOOD, List.of())));
        }
        for (Integrity integrity : Integrity.values()) {
            if (integrity != Integrity.INTACT) {
                reports.add(Reports.passed(Reports.facts(
                        Coverage.WHOLE_FILE, integrity, PathStatus.TRUSTED, RevocationFacts.Status.GOOD, List.of())));
            }
        }
        for (PathStatus path : PathStatus.values()) {
            if (path != PathStatus.TRUSTED) {
                reports.add(Reports.passed(Reports.facts(
                        Coverage.WHOLE_FILE, Integrity.INTACT, path, RevocationFacts.Status.GOOD, List.of())));
            }
        }
        for (RevocationFacts.Status status : RevocationFacts.Status.values()) {
            if (status != RevocationFacts.Status.GOOD) {
                reports.add(Reports.passed(
                        Reports.facts(Coverage.WHOLE_FILE, Integrity.INTACT, PathStatus.TRUSTED, status, List.of())));
            }
        }
        for (Change.Kind kind : Change.Kind.values()) {
            reports.add(Reports.passed(Reports.facts(
                    Coverage.WHOLE_FILE,
                    Integrity.INTACT,
                    PathStatus.TRUSTED,
                    RevocationFacts.Status.GOOD,
                    List.of(new Change(kind, "object 1")))));
        }
        differ(language, reports);
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void everyTimestampSaysWhatItProves(String language) {
        SignatureVerdict passed = SignatureVerdict.passed(Reports.good(), List.of());
        List<SignatureReport> reports = new ArrayList<>(List.of(Reports.of(passed)));
        for (Coverage coverage : Coverage.values()) {
            reports.add(Reports.of(passed, Reports.stamp(coverage, Optional.empty())));
        }
        for (SubIndication reason : SubIndication.values()) {
            reports.add(Reports.of(passed, Reports.stamp(Coverage.WHOLE_FILE, Optional.of(reason))));
        }
        differ(language, reports);
        assertThat(sentences(language, reports.get(1)))
                .anyMatch(sentence -> sentence.contains("TSA Thử") && sentence.contains("22/11/2026 09:00:00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void theClockIsNamed(String language) {
        List<TimeFacts> times = List.of(
                TimeFacts.unknown(Reports.NOW),
                new TimeFacts(Optional.of(Reports.NOW), Optional.empty(), false, Reports.NOW),
                new TimeFacts(Optional.empty(), Optional.of(Reports.NOW), false, Reports.NOW),
                new TimeFacts(Optional.empty(), Optional.of(Reports.NOW), true, Reports.NOW));
        differ(language, times.stream().map(Reports::at).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void everyOtherWordHasItsText(String language) {
        Texts texts = Texts.of(Locale.of(language));
        List<String> said = new ArrayList<>();
        for (Outcome outcome : Outcome.values()) {
            said.add(texts.word("tell.outcome", outcome));
        }
        for (FileKind kind : FileKind.values()) {
            said.add(texts.word("tell.kind", kind));
        }
        for (ReceiptView.Match match : ReceiptView.Match.values()) {
            said.add(texts.word("tell.match", match));
        }
        for (Indication indication : Indication.values()) {
            said.add(texts.word("tell.signed", indication, "1"));
        }
        assertThat(said).doesNotHaveDuplicates().noneMatch(text -> RAW.matcher(text)
                .find());
    }
}
