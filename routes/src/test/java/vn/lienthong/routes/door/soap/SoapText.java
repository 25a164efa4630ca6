package vn.lienthong.routes.door.soap;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import vn.lienthong.routes.PlainLetter;

/** Messages as text, so that a test can spoil any place of them. */
final class SoapText {

    static final String SOAP_11 = "http://schemas.xmlsoap.org/soap/envelope/";
    static final String SOAP_12 = "http://www.w3.org/2003/05/soap-envelope";
    private static final String LETTER = "S8OtbmggZ+G7rWkK";

    private SoapText() {}

    static String envelope(String operation) {
        return envelope(SOAP_11, operation);
    }

    static String envelope(String version, String operation) {
        return "<s:Envelope xmlns:s=\"" + version + "\" xmlns:d=\"" + Soap.NAMESPACE + "\"><s:Body>" + operation
                + "</s:Body></s:Envelope>";
    }

    static String submit(String packet) {
        return "<d:submitDocument><d:packet>" + packet + "</d:packet></d:submitDocument>";
    }

    static String include(String href) {
        return "<x:Include xmlns:x=\"http://www.w3.org/2004/08/xop/include\" href=\"" + href + "\"/>";
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** One part of a multipart. */
    static byte[] part(String headers, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(("--b0\r\n" + headers + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        out.writeBytes(content);
        out.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    static byte[] root(String envelope) {
        return part(
                "Content-Type: application/xop+xml; type=\"text/xml\"\r\nContent-ID: <root>",
                envelope.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] packet(String contentId, byte[] content) {
        return part("Content-Type: application/octet-stream\r\nContent-ID: <" + contentId + ">", content);
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    static byte[] end() {
        return "--b0--\r\n".getBytes(StandardCharsets.UTF_8);
    }

    static byte[] status(String code, String from, String addressee, String id) {
        return ("<edXML xmlns=\"http://www.mic.gov.vn/TBT/QCVN_102_2016\"><edXMLEnvelope><edXMLHeader><MessageHeader>"
                        + "<From><OrganId>" + from + "</OrganId><OrganName>Nơi gửi</OrganName></From><ResponseFor>"
                        + "<OrganId>" + addressee + "</OrganId><Code>dap/TT-VP</Code><PromulgationDate>2026/11/02"
                        + "</PromulgationDate><DocumentId>" + id + "</DocumentId></ResponseFor><StaffInfo>"
                        + "<Staff>Trần Văn Thư</Staff></StaffInfo><StatusCode>" + code
                        + "</StatusCode><Description>lý do"
                        + "</Description><Timestamp>2026/11/02 10:00:00</Timestamp></MessageHeader></edXMLHeader>"
                        + "</edXMLEnvelope></edXML>")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** With an attachment that does not compress. */
    static byte[] largeLetter(String from, String to, String number, int bytes) {
        byte[] text = new byte[bytes * 3 / 4];
        new Random(7).ints(text.length, 'a', 'z').forEach(new java.util.function.IntConsumer() {
            private int at;

            @Override
            public void accept(int c) {
                text[at++] = (byte) c;
            }
        });
        return new String(PlainLetter.of(from, to, number), StandardCharsets.UTF_8)
                .replace(LETTER, base64(text))
                .getBytes(StandardCharsets.UTF_8);
    }
}
