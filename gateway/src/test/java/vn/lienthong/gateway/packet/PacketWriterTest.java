package vn.lienthong.gateway.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Node;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.finding.ErrorCode;

/** What leaves the process, in literals. */
class PacketWriterTest {

    @Test
    void statusAsTheSdkWritesIt() {
        StatusMessage status = StatusMessage.at(
                Instant.parse("2026-07-01T01:02:03Z"),
                AgencyBlock.of("H41", "Tỉnh <&>"),
                new ResponseFor("G22", "7816/VPCP-TTĐT", new DateText("2026/06/30"), new DocumentId("id")),
                StaffInfo.NONE,
                StatusCode.ARRIVED,
                "");
        assertThat(new String(Samples.written(status), StandardCharsets.UTF_8))
                .isEqualTo("<?xml version='1.0' encoding='UTF-8'?>"
                        + "<edXML xmlns=\"http://www.mic.gov.vn/TBT/QCVN_102_2016\">"
                        + "<edXML:edXMLEnvelope xmlns:edXML=\"http://www.mic.gov.vn/TBT/QCVN_102_2016\">"
                        + "<edXML:edXMLHeader><edXML:MessageHeader>"
                        + "<edXML:From><edXML:OrganId>H41</edXML:OrganId>"
                        + "<edXML:OrganName>Tỉnh &lt;&amp;></edXML:OrganName></edXML:From>"
                        + "<edXML:ResponseFor><edXML:OrganId>G22</edXML:OrganId><edXML:Code>7816/VPCP-TTĐT</edXML:Code>"
                        + "<edXML:PromulgationDate>2026/06/30</edXML:PromulgationDate>"
                        + "<edXML:DocumentId>id</edXML:DocumentId></edXML:ResponseFor>"
                        + "<edXML:StatusCode>01</edXML:StatusCode>"
                        + "<edXML:Timestamp>2026/07/01 08:02:03</edXML:Timestamp>"
                        + "</edXML:MessageHeader></edXML:edXMLHeader></edXML:edXMLEnvelope></edXML>");
    }

    @Test
    void documentHeaderInTheOrderOfTheSdk() {
        byte[] written = Samples.written(Samples.document("edoc_1_revocation"));
        Node header = Leaves.document(written)
                .getElementsByTagNameNS(WireElements.NAMESPACE, "MessageHeader")
                .item(0);
        List<String> names = new ArrayList<>();
        for (Node child = header.getFirstChild(); child != null; child = child.getNextSibling()) {
            names.add(child.getLocalName());
        }
        assertThat(names)
                .containsExactly(
                        "From",
                        "To",
                        "To",
                        "To",
                        "DocumentId",
                        "Code",
                        "PromulgationInfo",
                        "DocumentType",
                        "Subject",
                        "Content",
                        "SignerInfo",
                        "DueDate",
                        "OtherInfo",
                        "ResponseFor",
                        "SteeringType",
                        "ToPlaces");
    }

    @Test
    void fileIsOneEntryNamedByUuidOnOneLine() throws IOException {
        byte[] pdf = "%PDF-1.7".getBytes(StandardCharsets.US_ASCII);
        Packet packet =
                packet(Attachment.of("cid:1", "Tờ trình.PDF", "application/zip", AttachmentContent.ofBytes(pdf)));
        String written = new String(Samples.written(packet), StandardCharsets.UTF_8);
        int from = written.indexOf("<edXML:ContentTransferEncoded");
        String encoded =
                written.substring(written.indexOf('>', from) + 1, written.indexOf("</edXML:ContentTransferEncoded>"));
        try (ZipInputStream zip =
                new ZipInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(encoded)))) {
            ZipEntry entry = zip.getNextEntry();
            assertThat(entry.getName())
                    .matches("[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\\.pdf");
            assertThat(zip.readAllBytes()).isEqualTo(pdf);
            assertThat(zip.getNextEntry()).isNull();
        }
        assertThat(Samples.written(packet)).as("deterministic").isEqualTo(written.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatShrinksALotIsNoBombToTheReader() {
        byte[] zeros = new byte[20 << 20];
        Packet packet = packet(Attachment.of("cid:1", "a.bmp", "", AttachmentContent.ofBytes(zeros)));
        Packet read = (Packet) Samples.understood(Samples.written(packet)).message();
        assertThat(read.attachments().get(0).content()).contains(AttachmentContent.ofBytes(zeros));
    }

    @Test
    void bareArchiveIsPackedSinceItWouldBeUnpacked() {
        byte[] zip = Zips.deflated("inside.pdf", new byte[] {1, 2, 3});
        AttachmentPayload bare =
                new AttachmentPayload.Kept(AttachmentContent.ofBytes(zip), Packing.RAW, ContentKind.UNKNOWN, false);
        Packet packet = packet(new Attachment("cid:1", "a.zip", "", "", "", "", bare));
        Packet read = (Packet) Samples.understood(Samples.written(packet)).message();
        assertThat(read.attachments().get(0).content()).contains(AttachmentContent.ofBytes(zip));
    }

    @Test
    void unreadableAttachmentsAndUnwritableTextsAreRefused() {
        AttachmentPayload bad =
                new AttachmentPayload.Unreadable(ErrorCode.ATTACHMENT_BAD_BASE64, Sha256.of(new byte[0]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Samples.written(packet(new Attachment("1", "a", "", "", "", "", bad))))
                .withMessageContaining("ATTACHMENT_BAD_BASE64");
        for (String text : List.of("a\u0000b", "a\uD800b", "\uFFFE", "\u001b")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Samples.written(new Packet(
                            DocumentHeader.builder().subject(text).build(),
                            true,
                            List.of(),
                            Business.ABSENT,
                            EnvelopeSignature.ABSENT,
                            List.of(),
                            List.of())))
                    .withMessageContaining("expected: one of XML 1.0");
        }
    }

    @Test
    void aContentThatIsNotAsLongAsItSaysIsAFault() {
        AttachmentContent shorter =
                AttachmentContent.of(Sha256.of(new byte[9]), 9, () -> new ByteArrayInputStream(new byte[5]));
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> new PacketWriter()
                        .write(packet(Attachment.of("1", "a", "", shorter)), OutputStream.nullOutputStream()))
                .withMessageContaining("5 bytes (expected: 9)");
    }

    private static Packet packet(Attachment attachment) {
        return Packet.toSend(
                DocumentHeader.builder().documentId(new DocumentId("id")).build(),
                new TraceHop("G22", "2026/01/01 00:00:00"),
                Business.of(BusinessAction.NEW, "", DocumentId.NONE),
                List.of(attachment));
    }
}
