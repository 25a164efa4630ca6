package vn.lienthong.gateway.packet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.digest.Sha256;

/** Honest retries have one digest; anything said otherwise has another. */
class ContentDigestTest {

    private static final String GOOD = Samples.text("edoc_2_update");

    /** Stored digests are compared with new ones: a change of the encoding must be a decision, not an accident. */
    @Test
    void encodingIsPinned() {
        assertThat(digest(t -> t).hex()).isEqualTo(PINNED);
    }

    private static final String PINNED = "94a74b95e367a1e0a55d4a7e1837cad1524b4f04b839f998f4d958422974b62e";

    @Test
    void packagingDoesNotMatter() {
        assertThat(List.of(
                        digest(t -> t),
                        digest(t -> t.replace("edXML:", "z:").replace("xmlns:edXML", "xmlns:z")),
                        digest(t -> t.replaceAll(">\\s+<", "><")),
                        digest(t -> t.replace("<edXML:Subject>", "<edXML:Subject>\n   ")),
                        digest(t -> t.replace("cid:209", "cid:other")),
                        digest(t -> t.replace("<SignatureValue>AAAA", "<SignatureValue>BBBB")),
                        digest(ContentDigestTest::withSubjectLast),
                        digest(t -> t.replace("2018/09/28 00:00:00", "2018/09/29 11:11:11")),
                        digest(ContentDigestTest::repacked)))
                .containsOnly(new Sha256(PINNED));
    }

    @Test
    void furtherRecipientsDoNotMatter() {
        assertThat(digest(t -> t.replace("<edXML:OrganId>000.00.00.G17<", "<edXML:OrganId>H99<")))
                .isEqualTo(digest(t -> t));
    }

    @Test
    void everyFieldMatters() {
        List<String> changed = new ArrayList<>();
        Set<Sha256> digests = new HashSet<>();
        digests.add(digest(t -> t));
        for (String field : List.of(
                "DocumentId",
                "CodeNumber",
                "CodeNotation",
                "PromulgationDate",
                "Type",
                "TypeDetail",
                "TypeName",
                "Subject",
                "Content",
                "Competence",
                "Position",
                "FullName",
                "DueDate",
                "Priority",
                "SphereOfPromulgation",
                "TyperNotation",
                "PromulgationAmount",
                "PageAmount",
                "Direction",
                "Appendix",
                "SteeringType",
                "BussinessDocType",
                "BussinessDocReason",
                "Paper",
                "DocumentInfo",
                "DocumentReceiver",
                "ReceiverType",
                "Department",
                "Staff",
                "Mobile")) {
            assertThat(digests.add(digest(t -> t.replaceFirst("(<edXML:" + field + ">)", "$11"))))
                    .as(field)
                    .isTrue();
            changed.add(field);
        }
        assertThat(digests.add(digest(t -> t.replace("<AttachmentName>tep1", "<AttachmentName>tep2"))))
                .isTrue();
        assertThat(digests.add(digest(t -> t.replaceFirst("(ContentTransferEncoded[^>]*>)[^<]*", "$1QUJD"))))
                .isTrue();
        assertThat(digests.add(digest(t -> t.replaceFirst("(ContentTransferEncoded[^>]*>)[^<]*", "$1!!!!"))))
                .isTrue();
        assertThat(digests).hasSize(changed.size() + 4);
    }

    @Test
    void textsDoNotFlowIntoOneAnother() {
        Packet packet = Samples.document("edoc_0_new");
        Set<Sha256> digests = new HashSet<>();
        for (String[] pair : new String[][] {{"ab", ""}, {"a", "b"}, {"", "ab"}}) {
            digests.add(ContentDigest.of(with(
                    packet,
                    DocumentHeader.builder()
                            .code(new DocumentCode(pair[0], pair[1]))
                            .build())));
        }
        assertThat(digests).hasSize(3);
    }

    @Test
    void orderOfFilesDoesNotMatter() {
        Attachment a = Attachment.of("1", "a", "", AttachmentContent.ofBytes(new byte[] {1}));
        Attachment b = Attachment.of("2", "b", "", AttachmentContent.ofBytes(new byte[] {2}));
        List<Attachment> files = new ArrayList<>(List.of(a, b));
        Packet packet = Samples.document("edoc_0_new");
        Sha256 one = ContentDigest.of(withFiles(packet, files));
        Collections.reverse(files);
        assertThat(ContentDigest.of(withFiles(packet, files))).isEqualTo(one);
        Attachment swapped = Attachment.of("1", "b", "", AttachmentContent.ofBytes(new byte[] {1}));
        Attachment other = Attachment.of("2", "a", "", AttachmentContent.ofBytes(new byte[] {2}));
        assertThat(ContentDigest.of(withFiles(packet, List.of(swapped, other)))).isNotEqualTo(one);
    }

    @Test
    void missingBusinessIsNew() {
        Packet packet = Samples.document("delivered_2019_with_hub_trace");
        Packet stated = new Packet(
                packet.header(),
                true,
                packet.trace(),
                Business.of(BusinessAction.NEW, "", DocumentId.NONE),
                packet.envelopeSignature(),
                packet.manifest(),
                packet.attachments());
        assertThat(ContentDigest.of(stated)).isEqualTo(ContentDigest.of(packet));
    }

    private static Packet with(Packet packet, DocumentHeader header) {
        return new Packet(
                header,
                packet.hasTrace(),
                packet.trace(),
                packet.business(),
                packet.envelopeSignature(),
                packet.manifest(),
                packet.attachments());
    }

    private static Packet withFiles(Packet packet, List<Attachment> files) {
        return new Packet(
                packet.header(),
                packet.hasTrace(),
                packet.trace(),
                packet.business(),
                packet.envelopeSignature(),
                packet.manifest(),
                files);
    }

    private static String withSubjectLast(String text) {
        String subject = "<edXML:Subject>Trích yếu thử nghiệm</edXML:Subject>";
        return text.replace(subject, "").replace("</edXML:MessageHeader>", subject + "</edXML:MessageHeader>");
    }

    private static String repacked(String text) {
        byte[] file = "synthetic attachment body for tep1.doc\n".getBytes(StandardCharsets.UTF_8);
        String raw = java.util.Base64.getMimeEncoder().encodeToString(file);
        return text.replaceFirst("(ContentTransferEncoded[^>]*>)[^<]*", "$1" + raw);
    }

    private static Sha256 digest(UnaryOperator<String> change) {
        byte[] packet = change.apply(GOOD).getBytes(StandardCharsets.UTF_8);
        return ContentDigest.of((Packet) Samples.understood(packet).message());
    }
}
