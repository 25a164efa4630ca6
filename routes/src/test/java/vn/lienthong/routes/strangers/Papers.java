package vn.lienthong.routes.strangers;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import vn.lienthong.routes.PlainLetter;

/** What is handed in, each time with a number of its own. */
final class Papers {

    /** Stands in everything that the victim sent or received; nobody else may ever read it. */
    static final String SUBJECT = "Trích yếu không ai khác được thấy";

    static final String CONTENT = "Tm9pIGR1bmcga2hvbmcgYWkgZHVvYyB0aGF5";
    private static final AtomicInteger NUMBERS = new AtomicInteger(100);

    private Papers() {}

    static String number() {
        return String.valueOf(NUMBERS.incrementAndGet());
    }

    /** The sender's own id of a letter. */
    static String documentId(String from, String number) {
        return from + ",2026/11/02," + number + "/TT-VP";
    }

    /** One of the victim's. */
    static byte[] secret(String from, String to, String number) {
        return new String(PlainLetter.of(from, to, number), StandardCharsets.UTF_8)
                .replace("Về việc thử", SUBJECT)
                .replace("S8OtbmggZ+G7rWkK", CONTENT)
                .getBytes(StandardCharsets.UTF_8);
    }

    static byte[] letter(String from, String to) {
        return PlainLetter.of(from, to, number());
    }

    /** Takes a document back that somebody may have sent. */
    static byte[] recall(String from, String to, String documentId) {
        return new String(PlainLetter.of(from, to, number()), StandardCharsets.UTF_8)
                .replace(
                        "<Bussiness><BussinessDocType>0</BussinessDocType></Bussiness>",
                        "<Bussiness><BussinessDocType>1</BussinessDocType><BussinessDocReason>lý do"
                                + "</BussinessDocReason><DocumentId>" + documentId + "</DocumentId></Bussiness>")
                .getBytes(StandardCharsets.UTF_8);
    }

    static byte[] status(String code, String from, String addressee, String documentId) {
        return ("<edXML xmlns=\"http://www.mic.gov.vn/TBT/QCVN_102_2016\"><edXMLEnvelope><edXMLHeader><MessageHeader>"
                        + "<From><OrganId>" + from + "</OrganId><OrganName>Nơi gửi</OrganName></From><ResponseFor>"
                        + "<OrganId>" + addressee + "</OrganId><Code>12/TT-VP</Code><PromulgationDate>2026/11/02"
                        + "</PromulgationDate><DocumentId>" + documentId + "</DocumentId></ResponseFor><StaffInfo>"
                        + "<Staff>Trần Văn Thư</Staff></StaffInfo><StatusCode>" + code
                        + "</StatusCode><Description>lý do"
                        + "</Description><Timestamp>2026/11/02 10:00:00</Timestamp></MessageHeader></edXMLHeader>"
                        + "</edXMLEnvelope></edXML>")
                .getBytes(StandardCharsets.UTF_8);
    }
}
