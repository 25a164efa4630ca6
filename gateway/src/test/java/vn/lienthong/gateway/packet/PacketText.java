package vn.lienthong.gateway.packet;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A small packet as text, with one attachment whose encoded text the test chooses. */
final class PacketText {

    static final String OPEN =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<edXML xmlns=\"" + WireElements.NAMESPACE + "\">";

    private PacketText() {}

    static String withEncoded(String encoded) {
        return withEncoded("tep1.pdf", encoded);
    }

    static String withEncoded(String name, String encoded) {
        return head(name) + encoded + TAIL;
    }

    static String withFile(byte[] file) {
        return withEncoded(Base64.getEncoder().encodeToString(file));
    }

    static byte[] headBytes() {
        return head("tep1.pdf").getBytes(StandardCharsets.UTF_8);
    }

    static byte[] tailBytes() {
        return TAIL.getBytes(StandardCharsets.UTF_8);
    }

    /** A packet whose MessageHeader has these children and no other. */
    static String withHeader(String children) {
        return OPEN + "<edXMLEnvelope><edXMLHeader><MessageHeader>" + children
                + "</MessageHeader></edXMLHeader></edXMLEnvelope></edXML>";
    }

    private static String head(String name) {
        return OPEN + "<edXMLEnvelope><edXMLHeader><MessageHeader>"
                + "<From><OrganId>G22</OrganId><OrganName>Cơ quan</OrganName></From>"
                + "<To><OrganId>H41</OrganId><OrganName>Cơ quan</OrganName></To>"
                + "<DocumentId>id-1</DocumentId></MessageHeader></edXMLHeader>"
                + "<edXMLBody><edXMLManifest version=\"1.0\"><Reference><ContentId>cid:1</ContentId>"
                + "<AttachmentName>" + name
                + "</AttachmentName></Reference></edXMLManifest></edXMLBody></edXMLEnvelope>"
                + "<AttachmentEncoded><Attachment><ContentId>cid:1</ContentId><AttachmentName>" + name
                + "</AttachmentName><ContentTransferEncoded>";
    }

    private static final String TAIL = "</ContentTransferEncoded></Attachment></AttachmentEncoded></edXML>";
}
