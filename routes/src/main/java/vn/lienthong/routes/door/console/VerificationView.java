package vn.lienthong.routes.door.console;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.routes.report.TellReport;
import vn.lienthong.routes.report.Told;

/**
 * The reports of signatures as they lie in the record, for people: each question by itself, and no single "valid". Read
 * leniently, since records of all ages are shown: what is missing is left out, what is unknown is shown as written.
 *
 * @param presence a name of {@code Presence}, or empty
 * @param told the same as sentences; none where the record is of another age
 */
record VerificationView(
        String subject, String presence, List<SignatureView> signatures, List<Note> notes, @Nullable Told told) {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** Sentences are made of what is whole and known; anything else is shown as written. */
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    /** Facts alone. */
    VerificationView(String subject, String presence, List<SignatureView> signatures, List<Note> notes) {
        this(subject, presence, signatures, notes, null);
    }

    /** A finding about it. */
    record Note(String severity, String code, String text) {}

    static List<VerificationView> read(String verificationJson) {
        try {
            return MAPPER.readTree(verificationJson)
                    .valueStream()
                    .map(report -> report(report, told(report)))
                    .toList();
        } catch (JacksonException unreadable) {
            return List.of(
                    new VerificationView("", "", List.of(), List.of(new Note("ERROR", "", verificationJson)), null));
        }
    }

    /** Facts of reports that were just made, to lie beneath the sentences about them. */
    static List<VerificationView> of(List<SignatureReport> reports) {
        return MAPPER.valueToTree(reports)
                .valueStream()
                .map(report -> report(report, null))
                .toList();
    }

    private static @Nullable Told told(JsonNode report) {
        try {
            if (report instanceof ObjectNode older && !older.has("timestamps")) {
                older.putArray("timestamps");
            }
            SignatureReport read = STRICT.treeToValue(report, SignatureReport.class);
            return new TellReport(LocaleContextHolder.getLocale()).tell(read);
        } catch (JacksonException otherAge) {
            return null;
        }
    }

    static List<Note> notes(JsonNode findings) {
        List<Note> notes = new ArrayList<>();
        findings.forEach(finding -> notes.add(new Note(
                finding.path("severity").asString(""),
                finding.path("code").asString(""),
                finding.path("text").asString(""))));
        return notes;
    }

    private static VerificationView report(JsonNode report, @Nullable Told told) {
        return new VerificationView(
                report.path("subject").asString(""),
                report.path("presence").asString(""),
                report.path("verdicts").valueStream().map(SignatureView::of).toList(),
                notes(report.path("findings")),
                told);
    }
}
