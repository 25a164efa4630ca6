package vn.lienthong.gateway.dossier.reception;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.gateway.signature.Indication;
import vn.lienthong.gateway.signature.Presence;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.SubIndication;

/**
 * What a dossier's signature reports come to, as they lie in it. As in the decision, an envelope signature that is merely
 * not settled counts for nothing: the law's weight lies in the documents.
 *
 * @param outcomes each signature with its indication and the reason
 * @param failed whether one failed, or cannot be saved by evidence that is not here yet
 * @param settled whether no document's signature is indeterminate
 * @param uncheckedFiles how many could not be looked at
 * @param signed whether some file is signed, or broken
 * @param mayImprove whether evidence that is not here yet may still settle one
 */
record Outlook(
        List<String> outcomes,
        boolean failed,
        boolean settled,
        boolean mayImprove,
        long uncheckedFiles,
        boolean signed) {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** One signature's outcome; a broken file has one without a verdict. */
    private record Outcome(String subject, String indication, String reason) {

        boolean isFailed() {
            return indication.equals(Indication.TOTAL_FAILED.name()) || (isIndeterminate() && !mayImprove());
        }

        boolean isIndeterminate() {
            return indication.equals(Indication.INDETERMINATE.name());
        }

        boolean mayImprove() {
            return Stream.of(SubIndication.values()).anyMatch(sub -> sub.name().equals(reason) && sub.mayImprove());
        }

        boolean isUnchecked() {
            return indication.equals(Presence.NOT_CHECKED.name());
        }

        boolean isEnvelope() {
            return subject.equals(SignatureReport.ENVELOPE);
        }

        /** Whether policy looks at it. */
        boolean counts() {
            return !isEnvelope() || indication.equals(Indication.TOTAL_FAILED.name());
        }

        String text() {
            return (subject + ": " + indication + " " + reason).strip();
        }
    }

    /** Whether some file could not be looked at. */
    boolean unchecked() {
        return uncheckedFiles > 0;
    }

    static Outlook of(String verificationJson) {
        List<Outcome> all = MAPPER.readTree(verificationJson)
                .valueStream()
                .flatMap(Outlook::outcomes)
                .filter(Outcome::counts)
                .toList();
        return new Outlook(
                all.stream().map(Outcome::text).toList(),
                all.stream().anyMatch(Outcome::isFailed),
                all.stream().noneMatch(Outcome::isIndeterminate),
                all.stream().anyMatch(outcome -> outcome.isIndeterminate() && outcome.mayImprove()),
                all.stream().filter(Outcome::isUnchecked).count(),
                all.stream().anyMatch(outcome -> !outcome.isUnchecked() && !outcome.isEnvelope()));
    }

    /** What holds of a file as a whole, whatever its signatures are. */
    private static Stream<Outcome> whole(String subject, String presence) {
        if (presence.equals(Presence.BROKEN.name())) {
            return Stream.of(new Outcome(subject, Indication.TOTAL_FAILED.name(), presence));
        }
        return presence.equals(Presence.NOT_CHECKED.name())
                ? Stream.of(new Outcome(subject, presence, ""))
                : Stream.empty();
    }

    private static Stream<Outcome> outcomes(JsonNode report) {
        String subject = report.path("subject").asString("");
        return Stream.concat(
                whole(subject, report.path("presence").asString("")),
                report.path("verdicts")
                        .valueStream()
                        .map(verdict -> new Outcome(
                                subject,
                                verdict.path("indication").asString(""),
                                verdict.path("subIndication").asString(""))));
    }
}
