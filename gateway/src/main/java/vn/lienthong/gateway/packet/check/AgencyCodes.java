package vn.lienthong.gateway.packet.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.packet.Message;
import vn.lienthong.gateway.packet.Packet;
import vn.lienthong.gateway.packet.StatusMessage;

/**
 * The shapes of agency codes: QĐ 20/2020 Art 4 to 6, the old form of QCVN 102:2016, a registration number. Codes outside of them
 * are in real use (hubs, centres, tests), so this warns and the directory decides.
 */
final class AgencyCodes implements PacketCheck {

    private static final int MAX_CHARS = 35;
    private static final Pattern KNOWN = Pattern.compile(String.join(
            "|",
            "[A-Y][0-9]{2}(?:\\.[0-9A-Z]+)*+",
            "Z[0-9]{2}[0-9A-Z]{1,32}",
            "[0-9A-Z]{3}\\.[0-9A-Z]{2}\\.[0-9A-Z]{2}\\.[A-Y][0-9]{2}",
            "[0-9]{10}(?:-?[0-9]{3})?"));

    @Override
    public List<Finding> check(Message message) {
        List<Finding> findings = new ArrayList<>();
        look(findings, "MessageHeader/From/OrganId", message.from().organId());
        switch (message) {
            case Packet packet -> {
                for (int i = 0; i < packet.to().size(); i++) {
                    look(
                            findings,
                            "MessageHeader/To[" + (i + 1) + "]/OrganId",
                            packet.to().get(i).organId());
                }
            }
            case StatusMessage status ->
                look(
                        findings,
                        "MessageHeader/ResponseFor/OrganId",
                        status.responseFor().organId());
        }
        return findings;
    }

    private static void look(List<Finding> findings, String where, String code) {
        boolean known = code.length() <= MAX_CHARS && KNOWN.matcher(code).matches();
        if (!code.isEmpty() && !known) {
            findings.add(Finding.warning(
                    ErrorCode.AGENCY_CODE_IRREGULAR,
                    where,
                    "OrganId: " + Quoted.of(code) + " (expected: a form of QĐ 20/2020 such as H53.31.20)"));
        }
    }
}
