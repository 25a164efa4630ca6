package vn.lienthong.gateway.packet.check;

import java.util.ArrayList;
import java.util.List;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.packet.Message;
import vn.lienthong.gateway.packet.Packet;
import vn.lienthong.gateway.packet.StatusCode;
import vn.lienthong.gateway.packet.StatusMessage;

/** What a status must say: who, about which document, which status, and why where it refuses (QĐ 28/2018 Art 9). */
final class RequiredStatusFields implements PacketCheck {

    @Override
    public List<Finding> check(Message message) {
        return switch (message) {
            case Packet packet -> List.of();
            case StatusMessage status -> ofStatus(status);
        };
    }

    private static List<Finding> ofStatus(StatusMessage status) {
        List<Finding> findings = new ArrayList<>();
        RequiredFields.agency(findings, "MessageHeader/From", status.from());
        RequiredFields.require(
                findings,
                "MessageHeader/ResponseFor/OrganId",
                status.responseFor().organId());
        RequiredFields.require(
                findings,
                "MessageHeader/ResponseFor/DocumentId",
                status.responseFor().documentId().value());
        RequiredFields.require(
                findings, "MessageHeader/StatusCode", status.code().text());
        if (status.code().needsReason() && status.description().isEmpty()) {
            String text = "Description: missing (expected: the reason of status " + status.code() + ")";
            boolean refused = status.code().equals(StatusCode.REFUSED);
            findings.add(
                    refused
                            ? Finding.error(ErrorCode.FIELD_MISSING, "MessageHeader/Description", text)
                            : Finding.warning(ErrorCode.FIELD_MISSING, "MessageHeader/Description", text));
        }
        return findings;
    }
}
