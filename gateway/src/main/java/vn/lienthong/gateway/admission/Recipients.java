package vn.lienthong.gateway.admission;

import java.util.Optional;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.agency.Resolution;
import vn.lienthong.gateway.dossier.Hold;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;

/** What a recipient's resolution means for its copy. */
final class Recipients {

    private Recipients() {}

    /**
     * @param decision what is done for the recipient if the document is taken
     * @param because what to tell about it
     */
    record Outcome(Optional<PolicyCase> policyCase, RecipientDecision decision, Finding because) {}

    static Outcome judge(AgencyCode code, Resolution resolution) {
        String where = "MessageHeader/To[" + code.text() + "]";
        return switch (resolution) {
            case Resolution.Resolved resolved ->
                new Outcome(
                        Optional.empty(),
                        new RecipientDecision.Deliver(resolved.agency()),
                        Finding.information(ErrorCode.AGENCY_SUCCEEDED, where, "OrganId: " + code.text()));
            case Resolution.Succeeded succeeded ->
                new Outcome(
                        Optional.of(PolicyCase.RECIPIENT_SUCCEEDED),
                        new RecipientDecision.Deliver(succeeded.successor()),
                        Finding.information(
                                ErrorCode.AGENCY_SUCCEEDED,
                                where,
                                "OrganId: " + code.text() + " đã được kế thừa, văn bản chuyển tới cơ quan kế thừa"));
            case Resolution.Split split ->
                waiting(
                        PolicyCase.RECIPIENT_SPLIT,
                        Hold.REGISTRAR,
                        Finding.warning(
                                ErrorCode.AGENCY_SPLIT,
                                where,
                                "OrganId: " + code.text() + " đã chia tách thành "
                                        + split.candidates().size() + " cơ quan (expected: quyết định nơi nhận)"));
            case Resolution.Closed closed ->
                waiting(
                        PolicyCase.RECIPIENT_CLOSED,
                        Hold.OPERATOR,
                        Finding.error(
                                ErrorCode.AGENCY_CLOSED,
                                where,
                                "OrganId: " + code.text() + " đã đóng từ " + closed.since()
                                        + " (expected: cơ quan đang hoạt động)"));
            case Resolution.NotYet notYet ->
                waiting(
                        PolicyCase.RECIPIENT_NOT_YET,
                        Hold.OPERATOR,
                        Finding.error(
                                ErrorCode.AGENCY_NOT_YET,
                                where,
                                "OrganId: " + code.text() + " có hiệu lực từ " + notYet.from()
                                        + " (expected: mã đang có hiệu lực)"));
            case Resolution.Unknown unknown ->
                waiting(
                        PolicyCase.RECIPIENT_UNKNOWN,
                        Hold.OPERATOR,
                        Finding.error(
                                ErrorCode.AGENCY_UNKNOWN,
                                where,
                                "OrganId: " + code.text() + " (expected: mã có trong danh mục điện tử dùng chung)"));
        };
    }

    private static Outcome waiting(PolicyCase policyCase, Hold by, Finding because) {
        return new Outcome(
                Optional.of(policyCase),
                new RecipientDecision.Wait(by, because.code() + ": " + because.text()),
                because);
    }
}
