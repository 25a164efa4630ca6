package vn.lienthong.gateway.packet.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.packet.Business;
import vn.lienthong.gateway.packet.BusinessAction;
import vn.lienthong.gateway.packet.Message;
import vn.lienthong.gateway.packet.OtherInfo;
import vn.lienthong.gateway.packet.Packet;
import vn.lienthong.gateway.packet.StatusMessage;

/**
 * Values outside the published lists. They are carried as written; only an unknown action is an error, for nobody may guess what
 * a sender wants done. Sources disagree on urgency 5 and steering 0, so both are let through.
 */
final class KnownValues implements PacketCheck {

    private static final Set<String> PRIORITIES = Set.of("0", "1", "2", "3", "4", "5");
    private static final Set<String> STEERING = Set.of("0", "1", "2", "3");
    private static final Set<String> FLAGS = Set.of("0", "1");
    private static final Set<String> BOOLEANS = Set.of("true", "false", "0", "1");

    @Override
    public List<Finding> check(Message message) {
        List<Finding> findings = new ArrayList<>();
        switch (message) {
            case Packet packet -> {
                header(findings, packet);
                business(findings, packet.business());
            }
            case StatusMessage status -> {
                if (!status.code().text().isEmpty() && !status.code().isKnown()) {
                    findings.add(
                            unknown("MessageHeader/StatusCode", status.code().text(), "01 to 06, 13, 15, 16"));
                }
            }
        }
        return findings;
    }

    private static void header(List<Finding> findings, Packet packet) {
        OtherInfo other = packet.otherInfo();
        among(findings, "MessageHeader/OtherInfo/Priority", other.priority(), PRIORITIES, "0 to 4");
        among(findings, "MessageHeader/OtherInfo/Direction", other.direction(), BOOLEANS, "true or false");
        among(findings, "MessageHeader/SteeringType", packet.steeringType(), STEERING, "1 to 3");
        number(findings, "MessageHeader/OtherInfo/PromulgationAmount", other.promulgationAmount());
        number(findings, "MessageHeader/OtherInfo/PageAmount", other.pageAmount());
        number(
                findings,
                "MessageHeader/DocumentType/Type",
                packet.documentType().type());
        number(
                findings,
                "MessageHeader/DocumentType/TypeDetail",
                packet.documentType().typeDetail());
    }

    private static void business(List<Finding> findings, Business business) {
        String base = "TraceHeaderList/Bussiness/";
        String action = business.docType();
        if (!action.isEmpty() && BusinessAction.ofWire(action).isEmpty()) {
            findings.add(Finding.error(
                    ErrorCode.FIELD_VALUE_UNKNOWN,
                    base + "BussinessDocType",
                    "BussinessDocType: " + Quoted.of(action) + " (expected: 0 to 3)"));
        }
        number(findings, base + "Paper", business.paper());
        String info = base + "BussinessDocumentInfo/";
        among(findings, info + "DocumentInfo", business.change().documentInfo(), FLAGS, "0 or 1");
        among(findings, info + "DocumentReceiver", business.change().documentReceiver(), FLAGS, "0 or 1");
        for (int i = 0; i < business.change().receivers().size(); i++) {
            String where = info + "ReceiverList/Receiver[" + (i + 1) + "]/ReceiverType";
            among(findings, where, business.change().receivers().get(i).receiverType(), FLAGS, "0 or 1");
        }
    }

    private static void among(List<Finding> findings, String where, String value, Set<String> known, String expected) {
        if (!value.isEmpty() && !known.contains(value)) {
            findings.add(unknown(where, value, expected));
        }
    }

    private static Finding unknown(String where, String value, String expected) {
        return Finding.warning(
                ErrorCode.FIELD_VALUE_UNKNOWN,
                where,
                name(where) + ": " + Quoted.of(value) + " (expected: " + expected + ")");
    }

    private static void number(List<Finding> findings, String where, String value) {
        boolean digits = value.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!digits) {
            findings.add(Finding.warning(
                    ErrorCode.FIELD_MALFORMED, where, name(where) + ": " + Quoted.of(value) + " (expected: a number)"));
        }
    }

    private static String name(String where) {
        return where.substring(where.lastIndexOf('/') + 1);
    }
}
