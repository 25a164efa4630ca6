package vn.lienthong.gateway.dossier.opinion;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import vn.lienthong.gateway.packet.Attachment;
import vn.lienthong.gateway.packet.AttachmentContent;
import vn.lienthong.gateway.signature.DevTrust;
import vn.lienthong.gateway.signature.SignedFile;
import vn.lienthong.gateway.signature.asic.SignAsic;
import vn.lienthong.gateway.signature.cms.SignCms;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.key.SigningKey;
import vn.lienthong.gateway.signature.pdf.SignPdf;
import vn.lienthong.gateway.signature.pdf.SignatureDetails;
import vn.lienthong.gateway.signature.sample.MakeOfficialLetter;
import vn.lienthong.gateway.signature.sample.OfficialLetter;
import vn.lienthong.gateway.signature.xml.SignXml;

/** What a packet may carry: the attachments that a signed file of each form takes. */
enum SignedForms {
    PDF,
    CMS_ATTACHED,
    CMS_DETACHED,
    CMS_ARMOURED,
    XML_ENVELOPED,
    XML_ENVELOPING,
    XML_DETACHED,
    XML_OVER_PART,
    CONTAINER;

    private static final byte[] TABLE = "mã,tên\nH57,Huế\n".getBytes(StandardCharsets.UTF_8);
    private static final byte[] XML = "<vb><so>12</so></vb>".getBytes(StandardCharsets.UTF_8);

    List<Attachment> by(SigningKey key) {
        try {
            return made(key);
        } catch (SigningException | IOException fault) {
            throw new AssertionError(fault);
        }
    }

    private List<Attachment> made(SigningKey key) throws SigningException, IOException {
        SignedFile table = SignedFile.of("bảng.csv", TABLE);
        SignXml xml = new SignXml(key);
        return switch (this) {
            case PDF -> {
                OfficialLetter letter = OfficialLetter.of(DevTrust.AGENCY, "12/SNV-VP", "Thử chữ ký", DevTrust.NOW);
                SignatureDetails details = SignatureDetails.of(DevTrust.AGENCY, "Thử", DevTrust.NOW);
                yield of("thư.pdf", new SignPdf().sign(new MakeOfficialLetter().make(letter), key, details));
            }
            case CMS_ATTACHED -> of("bảng.p7m", new SignCms(key).attached(table, DevTrust.NOW));
            case CMS_DETACHED -> beside("bảng.csv.p7s", new SignCms(key).detached(table, DevTrust.NOW));
            case CMS_ARMOURED -> of("bảng.pem", armoured(new SignCms(key).attached(table, DevTrust.NOW)));
            case XML_ENVELOPED -> of("vb.xml", xml.sign(xml.enveloped(XML, DevTrust.NOW)));
            case XML_ENVELOPING -> of("vb.xml", xml.sign(xml.enveloping(table, DevTrust.NOW)));
            case XML_DETACHED -> beside("chữ ký.xml", xml.sign(xml.detached(List.of(table), DevTrust.NOW)));
            case XML_OVER_PART -> {
                SignedFile part = SignedFile.of("cid:bảng.csv", TABLE);
                yield beside("chữ ký.xml", xml.sign(xml.detached(List.of(part), DevTrust.NOW)));
            }
            case CONTAINER -> of("gói.asice", new SignAsic(key).sign(List.of(table), DevTrust.NOW));
        };
    }

    private static byte[] armoured(byte[] cms) {
        String body = java.util.Base64.getMimeEncoder().encodeToString(cms);
        return ("-----BEGIN CMS-----\n" + body + "\n-----END CMS-----\n").getBytes(StandardCharsets.US_ASCII);
    }

    private static List<Attachment> of(String name, byte[] signed) {
        return List.of(attachment(name, signed));
    }

    /** With the signed file and one that has nothing to do with it, which comes first. */
    private static List<Attachment> beside(String name, byte[] signature) {
        return List.of(
                attachment("khác.csv", "khác".getBytes(StandardCharsets.UTF_8)),
                attachment("bảng.csv", TABLE),
                attachment(name, signature));
    }

    static Attachment attachment(String name, byte[] bytes) {
        return Attachment.of("cid:" + name, name, "application/octet-stream", AttachmentContent.ofBytes(bytes));
    }
}
