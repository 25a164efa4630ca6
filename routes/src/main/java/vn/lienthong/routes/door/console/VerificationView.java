package vn.lienthong.routes.door.console;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The reports of signatures as they lie in the record, for people: each question by itself, and no single "valid". Read
 * leniently, since records of all ages are shown: what is missing is left out, what is unknown is shown as written.
 *
 * @param presence a name of {@code Presence}, or empty
 */
record VerificationView(String subject, String presence, List<SignatureView> signatures, List<Note> notes) {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** A finding about it. */
    record Note(String severity, String code, String text) {}

    static List<VerificationView> read(String verificationJson) {
        try {
            return MAPPER.readTree(verificationJson)
                    .valueStream()
                    .map(VerificationView::report)
                    .toList();
        } catch (JacksonException unreadable) {
            return List.of(new VerificationView("", "", List.of(), List.of(new Note("ERROR", "", verificationJson))));
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

    private static VerificationView report(JsonNode report) {
        return new VerificationView(
                report.path("subject").asString(""),
                report.path("presence").asString(""),
                report.path("verdicts").valueStream().map(SignatureView::of).toList(),
                notes(report.path("findings")));
    }
}
