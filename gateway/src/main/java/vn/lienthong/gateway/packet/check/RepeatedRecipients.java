package vn.lienthong.gateway.packet.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.packet.Packet;

/** No recipient twice (QCVN 102 1.2): two deliveries of one document to one agency would be two documents to its clerk. */
final class RepeatedRecipients implements DocumentCheck {

    @Override
    public List<Finding> ofDocument(Packet packet) {
        List<Finding> findings = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < packet.to().size(); i++) {
            String code = packet.to().get(i).organId();
            Integer first = code.isEmpty() ? null : seen.putIfAbsent(code, i + 1);
            if (first != null) {
                findings.add(Finding.error(
                        ErrorCode.RECIPIENT_REPEATED,
                        "MessageHeader/To[" + (i + 1) + "]/OrganId",
                        "OrganId: " + Quoted.of(code) + " again, first in To[" + first + "] (expected: once)"));
            }
        }
        return findings;
    }
}
