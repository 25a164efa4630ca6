package vn.lienthong.routes.link;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import vn.lienthong.gateway.delivery.OutgoingBytes;
import vn.lienthong.gateway.digest.Hmac;
import vn.lienthong.gateway.dossier.Delivery;

/**
 * What goes before and behind a packet that is brought by SOAP 1.1 with MTOM (XOP 1.0 §4.1).
 *
 * @param before all bytes up to the packet's first
 * @param behind all bytes from the packet's last
 */
record SoapPushMessage(String contentType, String before, String behind) {

    static final String NAMESPACE = "urn:lienthong:receiver:1";

    /**
     * The message about one copy.
     *
     * @param sent seconds since 1970
     */
    static SoapPushMessage of(Delivery delivery, OutgoingBytes.Copy copy, long sent, byte[] secret) {
        String id = delivery.id().toString();
        String digest = copy.digest().hex();
        // Nobody who writes a packet knows the id of its delivery or the packet's own digest: it cannot have this line.
        String boundary = "lienthong-" + id + "-" + digest.substring(0, 16);
        String code = HexFormat.of()
                .formatHex(Hmac.of(secret, (id + "." + sent + "." + digest).getBytes(StandardCharsets.UTF_8)));
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("deliveryId", id);
        fields.put("docId", delivery.docId());
        fields.put("messageType", delivery.kind().name().toLowerCase(Locale.ROOT));
        fields.put("from", delivery.from().text());
        fields.put("to", delivery.code().text());
        fields.put("sha256", digest);
        fields.put("sent", Long.toString(sent));
        fields.put("signature", code);
        copy.traceHeader().ifPresent(hop -> fields.put("trace", hop));
        return new SoapPushMessage(
                "multipart/related; type=\"application/xop+xml\"; start=\"<envelope>\"; start-info=\"text/xml\"; boundary=\""
                        + boundary + "\"",
                before(boundary, envelope(fields)),
                "\r\n--" + boundary + "--\r\n");
    }

    private static String before(String boundary, String envelope) {
        return "--" + boundary
                + "\r\nContent-Type: application/xop+xml; charset=UTF-8; type=\"text/xml\"\r\n"
                + "Content-Transfer-Encoding: binary\r\nContent-ID: <envelope>\r\n\r\n"
                + envelope + "\r\n--" + boundary
                + "\r\nContent-Type: application/octet-stream\r\nContent-Transfer-Encoding: binary\r\n"
                + "Content-ID: <packet>\r\n\r\n";
    }

    private static String envelope(Map<String, String> fields) {
        StringBuilder xml =
                new StringBuilder("<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>"
                        + "<receiveDocument xmlns=\"" + NAMESPACE + "\">");
        fields.forEach((name, value) -> xml.append('<')
                .append(name)
                .append('>')
                .append(escaped(value))
                .append("</")
                .append(name)
                .append('>'));
        return xml.append(
                        "<packet><xop:Include xmlns:xop=\"http://www.w3.org/2004/08/xop/include\" href=\"cid:packet\"/>")
                .append("</packet></receiveDocument></s:Body></s:Envelope>")
                .toString();
    }

    /** Codes come out of packets, which are XML: they have no character that XML lacks. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\r", "&#13;");
    }
}
