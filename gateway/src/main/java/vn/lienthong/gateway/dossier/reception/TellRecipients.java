package vn.lienthong.gateway.dossier.reception;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.lienthong.gateway.agency.Resolution;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.DeliveryId;
import vn.lienthong.gateway.dossier.DeliveryState;
import vn.lienthong.gateway.dossier.Recipient;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;

/** What a sender hears at once of recipients whose copy does not simply go to them, and need not find out by asking. */
final class TellRecipients {

    private TellRecipients() {}

    static List<Finding> of(Examination examination, PlanDeliveries.Plan planned) {
        Map<DeliveryId, Delivery> deliveries =
                planned.deliveries().stream().collect(Collectors.toMap(Delivery::id, delivery -> delivery));
        List<Finding> findings = new ArrayList<>();
        for (Recipient recipient : planned.recipients()) {
            String where = "MessageHeader/To[" + recipient.code().text() + "]";
            String what = "OrganId: " + recipient.code().text();
            Resolution resolution = examination.recipients().get(recipient.code());
            if (resolution instanceof Resolution.Succeeded) {
                findings.add(
                        Finding.information(ErrorCode.AGENCY_SUCCEEDED, where, what + ". " + recipient.resolution()));
            } else if (resolution instanceof Resolution.Split) {
                findings.add(Finding.warning(ErrorCode.AGENCY_SPLIT, where, what + ". " + recipient.resolution()));
            }
            boolean nowhere = recipient
                    .delivery()
                    .map(deliveries::get)
                    .filter(delivery -> delivery.state() == DeliveryState.UNROUTED)
                    .isPresent();
            if (nowhere) {
                findings.add(Finding.warning(
                        ErrorCode.RECIPIENT_UNREACHABLE,
                        where,
                        what + " chưa có hệ thống kết nối, bản gửi chờ tới khi có (expected: cơ quan đã kết nối)"));
            }
        }
        return findings;
    }

    /** Of a document that came again: whom it goes to now who had not got it, and what was wrong with the copy that came. */
    static List<Finding> ofRepeat(Examination examination, PlanDeliveries.Plan planned) {
        List<Finding> findings = new ArrayList<>();
        if (!planned.recipients().isEmpty()) {
            String codes = planned.recipients().stream()
                    .map(recipient -> recipient.code().text())
                    .collect(Collectors.joining(", "));
            findings.add(Finding.warning(
                    ErrorCode.RECIPIENTS_ADDED, "MessageHeader/To", "To: văn bản đã gửi nay gửi thêm cho " + codes));
        }
        findings.addAll(of(examination, planned));
        // It is taken, so nothing of it is an error any more.
        examination.findings().stream()
                .map(finding ->
                        finding.isError() ? Finding.warning(finding.code(), finding.where(), finding.text()) : finding)
                .forEach(findings::add);
        return findings;
    }
}
