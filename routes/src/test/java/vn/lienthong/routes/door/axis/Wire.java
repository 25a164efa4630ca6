package vn.lienthong.routes.door.axis;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Packets as text, so that a test can spoil any place of them. They are unsigned: carried for information. */
final class Wire {

    static final String SPACE = "http://www.mic.gov.vn/TBT/QCVN_102_2016";
    static final String LETTER = base64("Kính gửi các đơn vị.");

    private Wire() {}

    static String base64(String text) {
        return base64(text.getBytes(StandardCharsets.UTF_8));
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    static String letter(String from, String id, String... to) {
        return letterWith("thu.txt", LETTER, from, id, to);
    }

    /** With one attachment, encoded as the test wants. */
    static String letterWith(String fileName, String encoded, String from, String id, String... to) {
        String recipients = Stream.of(to)
                .map(code -> "<To><OrganId>" + code + "</OrganId><OrganName>Nơi nhận " + code + "</OrganName></To>")
                .collect(Collectors.joining());
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<edXML xmlns=\"" + SPACE + "\" xmlns:edXML=\"" + SPACE
                + "\"><edXML:edXMLEnvelope><edXML:edXMLHeader><edXML:MessageHeader><From><OrganId>" + from
                + "</OrganId><OrganName>Nơi gửi</OrganName></From>" + recipients + "<DocumentId>" + id
                + "</DocumentId><Code><CodeNumber>12</CodeNumber><CodeNotation>TEST-VP</CodeNotation></Code>"
                + "<PromulgationInfo><Place>Hà Nội</Place><PromulgationDate>2026/11/02</PromulgationDate>"
                + "</PromulgationInfo><DocumentType><Type>2</Type><TypeName>Công văn</TypeName></DocumentType>"
                + "<Subject>Trích yếu " + id + "</Subject><SignerInfo><FullName>Nguyễn Thử</FullName></SignerInfo>"
                + "<SteeringType>1</SteeringType></edXML:MessageHeader></edXML:edXMLHeader><edXML:edXMLBody>"
                + "<edXML:edXMLManifest version=\"1.0\"><edXML:Reference><ContentId>cid:1</ContentId>"
                + "<ContentType>text/plain</ContentType><AttachmentName>" + fileName
                + "</AttachmentName></edXML:Reference></edXML:edXMLManifest></edXML:edXMLBody></edXML:edXMLEnvelope>"
                + "<AttachmentEncoded><Attachment><ContentId>cid:1</ContentId><AttachmentName>" + fileName
                + "</AttachmentName><ContentType>text/plain</ContentType><ContentTransferEncoded>" + encoded
                + "</ContentTransferEncoded></Attachment></AttachmentEncoded></edXML>";
    }

    /** The same letter as another system packs it: standard order, other prefixes, line ends. */
    static String repacked(String letter, String id) {
        String documentId = "<DocumentId>" + id + "</DocumentId>";
        return letter.replace(documentId, "")
                .replace("<SteeringType>1</SteeringType>", "<SteeringType>1</SteeringType>\n  " + documentId)
                .replace("xmlns:edXML=", "xmlns:q=")
                .replace("<edXML:", "<q:")
                .replace("</edXML:", "</q:")
                .replace("><", ">\n<");
    }

    static String status(String code, String from, String addressee, String id) {
        return "<edXML xmlns=\"" + SPACE + "\"><edXMLEnvelope><edXMLHeader><MessageHeader><From><OrganId>" + from
                + "</OrganId><OrganName>Nơi gửi</OrganName></From><ResponseFor><OrganId>" + addressee
                + "</OrganId><Code>12/TEST-VP</Code><PromulgationDate>2026/11/02</PromulgationDate><DocumentId>" + id
                + "</DocumentId></ResponseFor><StaffInfo><Staff>Trần Văn Thư</Staff></StaffInfo><StatusCode>" + code
                + "</StatusCode><Description>lý do</Description><Timestamp>2026/11/02 10:00:00</Timestamp>"
                + "</MessageHeader></edXMLHeader></edXMLEnvelope></edXML>";
    }
}
