package vn.lienthong.gateway.packet.check;

import java.util.ArrayList;
import java.util.List;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.packet.DateText;
import vn.lienthong.gateway.packet.Message;
import vn.lienthong.gateway.packet.Packet;
import vn.lienthong.gateway.packet.StatusMessage;
import vn.lienthong.gateway.packet.TraceHop;

/**
 * Dates {@code yyyy/MM/dd} and times {@code yyyy/MM/dd HH:mm:ss}. A date of issue that names no day is an error, for a code is
 * read as of some day; everything else only warns. Dates inside a DocumentId are none of our business.
 */
final class DatesAndTimes implements PacketCheck {

    private static final String DATE = "yyyy/MM/dd";
    private static final String TIME = "yyyy/MM/dd HH:mm:ss";

    @Override
    public List<Finding> check(Message message) {
        List<Finding> findings = new ArrayList<>();
        switch (message) {
            case Packet packet -> document(findings, packet);
            case StatusMessage status -> {
                time(findings, "MessageHeader/Timestamp", status.timestampText(), status.isTimestampRegular());
                date(
                        findings,
                        "MessageHeader/ResponseFor/PromulgationDate",
                        status.responseFor().promulgationDate());
            }
        }
        return findings;
    }

    private static void document(List<Finding> findings, Packet packet) {
        DateText issued = packet.promulgation().dateText();
        String where = "MessageHeader/PromulgationInfo/PromulgationDate";
        if (!issued.text().isEmpty() && issued.date().isEmpty()) {
            findings.add(Finding.error(ErrorCode.FIELD_MALFORMED, where, text(where, issued.text(), DATE)));
        } else {
            date(findings, where, issued);
        }
        date(findings, "MessageHeader/DueDate", packet.dueDate());
        for (int i = 0; i < packet.responseFor().size(); i++) {
            String place = "MessageHeader/ResponseFor[" + (i + 1) + "]/PromulgationDate";
            date(findings, place, packet.responseFor().get(i).promulgationDate());
        }
        for (int i = 0; i < packet.trace().size(); i++) {
            TraceHop hop = packet.trace().get(i);
            time(
                    findings,
                    "TraceHeaderList/TraceHeader[" + (i + 1) + "]/Timestamp",
                    hop.timeText(),
                    hop.isTimeRegular());
        }
    }

    private static void date(List<Finding> findings, String where, DateText date) {
        if (!date.text().isEmpty() && !date.isRegular()) {
            findings.add(Finding.warning(ErrorCode.FIELD_MALFORMED, where, text(where, date.text(), DATE)));
        }
    }

    private static void time(List<Finding> findings, String where, String time, boolean regular) {
        if (!time.isEmpty() && !regular) {
            findings.add(Finding.warning(ErrorCode.FIELD_MALFORMED, where, text(where, time, TIME)));
        }
    }

    private static String text(String where, String value, String expected) {
        return where.substring(where.lastIndexOf('/') + 1) + ": " + Quoted.of(value) + " (expected: " + expected + ")";
    }
}
