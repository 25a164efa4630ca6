package vn.lienthong.gateway.packet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;

/** Files in packets: both packings, and everything that can be wrong with either. */
class AttachmentUnpackingTest {

    private static final byte[] PDF = "%PDF-1.7\n%âãÏÓ\nbody".getBytes(StandardCharsets.ISO_8859_1);

    @Test
    void zippedAsTheSdkDoes() {
        AttachmentPayload.Kept kept = kept(PacketText.withFile(Zips.deflated("0-0-0.pdf", PDF)));
        assertThat(kept.packing()).isEqualTo(Packing.ZIPPED);
        assertThat(kept.kind()).isEqualTo(ContentKind.PDF);
        assertThat(kept.damaged()).isFalse();
        assertThat(kept.content().digest()).isEqualTo(Sha256.of(PDF));
        assertThat(kept.content().length()).isEqualTo(PDF.length);
        assertThat(kept.content().bytes())
                .hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(PDF));
    }

    @Test
    void zippedStoredAndEmpty() {
        assertThat(kept(PacketText.withFile(Zips.stored("a.pdf", PDF))).content())
                .isEqualTo(AttachmentContent.ofBytes(PDF));
        assertThat(kept(PacketText.withFile(Zips.stored("a.pdf", new byte[0])))
                        .content()
                        .length())
                .isZero();
        assertThat(kept(PacketText.withFile(Zips.deflated("a.pdf", new byte[0])))
                        .content()
                        .length())
                .isZero();
    }

    @Test
    void bareFile() {
        AttachmentPayload.Kept kept = kept(PacketText.withFile(PDF));
        assertThat(kept.packing()).isEqualTo(Packing.RAW);
        assertThat(kept.content()).isEqualTo(AttachmentContent.ofBytes(PDF));
    }

    @Test
    void officeFileIsTheFileNotItsWrapping() {
        byte[] docx = Zips.deflated("[Content_Types].xml", PDF, "word/document.xml", PDF);
        assertThat(kept(PacketText.withFile(docx)))
                .isEqualTo(new AttachmentPayload.Kept(
                        AttachmentContent.ofBytes(docx), Packing.RAW, ContentKind.OOXML, false));
        byte[] odt =
                Zips.stored("mimetype", "application/vnd.oasis.opendocument.text".getBytes(StandardCharsets.US_ASCII));
        assertThat(kept(PacketText.withFile(odt)).kind()).isEqualTo(ContentKind.ODF);
        assertThat(kept(PacketText.withFile(Zips.deflated("uuid.docx", docx))))
                .isEqualTo(new AttachmentPayload.Kept(
                        AttachmentContent.ofBytes(docx), Packing.ZIPPED, ContentKind.OOXML, false));
    }

    @Test
    void lineBreaksInBase64AreFine() {
        String encoded = Base64.getMimeEncoder().encodeToString(new byte[500]);
        assertThat(kept(PacketText.withEncoded("\n\t" + encoded + " \r\n"))
                        .content()
                        .length())
                .isEqualTo(500);
    }

    @Test
    void base64InCdataAndPieces() {
        assertThat(kept(PacketText.withEncoded("<![CDATA[QUJD]]><!-- x -->R<?p?>EVG"))
                        .content()
                        .bytes())
                .hasValueSatisfying(bytes ->
                        assertThat(bytes).asString(StandardCharsets.US_ASCII).isEqualTo("ABCDEF"));
    }

    @ParameterizedTest
    @CsvSource({
        "QUJ, within a group",
        "QUJDR, within a group",
        "Q===, padding",
        "=, padding",
        "QQ=, within a group",
        "QQ=Q, a digit after the padding",
        "QUI=QUJD, a digit after the padding",
        "QUI==, padding",
        "QR==, unused bits",
        "QUJ=, unused bits",
        "QUJD-_, U+002D",
        "QUJD!, U+0021",
        "QUJDé, U+00E9",
        "QU%4A, U+0025"
    })
    void base64ThatDecodersWouldNotAgreeOn(String encoded, String reason) {
        Finding finding = error(PacketText.withEncoded(encoded), ErrorCode.ATTACHMENT_BAD_BASE64);
        assertThat(finding.where()).isEqualTo("AttachmentEncoded/Attachment[1]");
        assertThat(finding.text()).contains("tep1.pdf").contains(reason);
    }

    @Test
    void nothingAttached() {
        error(PacketText.withEncoded(""), ErrorCode.ATTACHMENT_MISSING);
        error(PacketText.withEncoded(" \n "), ErrorCode.ATTACHMENT_MISSING);
        String without = PacketText.withEncoded("X").replace("<ContentTransferEncoded>X</ContentTransferEncoded>", "");
        error(without, ErrorCode.ATTACHMENT_MISSING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../../etc/passwd", "a/b.pdf", "..\\b.pdf", "C:b.pdf", "/etc/x", "a\u0001b.pdf", "..", "dir/"})
    void pathsInArchives(String name) {
        Finding finding = error(PacketText.withFile(Zips.deflated(name, PDF)), ErrorCode.ATTACHMENT_NAME_UNSAFE);
        assertThat(finding.text()).doesNotContain("../").doesNotContain("\u0001");
    }

    @Test
    void severalEntries() {
        byte[] two = Zips.deflated("a.pdf", PDF, "b.pdf", PDF);
        assertThat(error(PacketText.withFile(two), ErrorCode.ATTACHMENT_BAD_ARCHIVE)
                        .text())
                .contains("several entries");
    }

    @Test
    void archiveCutAnywhere() {
        byte[] zip = Zips.deflated("a.pdf", PDF);
        for (int cut = 4; cut < zip.length; cut++) {
            error(PacketText.withFile(Arrays.copyOf(zip, cut)), ErrorCode.ATTACHMENT_BAD_ARCHIVE);
        }
    }

    @Test
    void archiveWithSomethingBehind() {
        byte[] zip = Zips.deflated("a.pdf", PDF);
        byte[] longer = Arrays.copyOf(zip, zip.length + 3);
        error(PacketText.withFile(longer), ErrorCode.ATTACHMENT_BAD_ARCHIVE);
        byte[] muchLonger = Arrays.copyOf(zip, zip.length + 100_000);
        error(PacketText.withFile(muchLonger), ErrorCode.ATTACHMENT_BAD_ARCHIVE);
    }

    @Test
    void archiveWhoseDirectorySaysOtherwise() {
        byte[] zip = Zips.stored("a.pdf", PDF);
        int directory = new String(zip, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002");
        for (int field : new int[] {10, 16, 20, 24, 42, 46}) {
            byte[] changed = zip.clone();
            changed[directory + field] ^= 1;
            error(PacketText.withFile(changed), ErrorCode.ATTACHMENT_BAD_ARCHIVE);
        }
    }

    @Test
    void everyChangedByteOfAnArchiveIsHarmlessOrFound() {
        byte[] zip = Zips.deflated("a.pdf", PDF);
        for (int i = 4; i < zip.length; i++) {
            byte[] changed = zip.clone();
            changed[i] ^= 0x10;
            Packet packet =
                    (Packet) Samples.understood(PacketText.withFile(changed).getBytes(StandardCharsets.UTF_8))
                            .message();
            packet.attachments().get(0).content().ifPresent(content -> assertThat(content.digest())
                    .isEqualTo(Sha256.of(PDF)));
        }
    }

    @Test
    void encryptedAndForeignMethods() {
        byte[] encrypted = Zips.stored("a.pdf", PDF);
        encrypted[6] |= 1;
        assertThat(error(PacketText.withFile(encrypted), ErrorCode.ATTACHMENT_BAD_ARCHIVE)
                        .text())
                .contains("encrypted");
        byte[] method = Zips.stored("a.pdf", PDF);
        method[8] = 12;
        assertThat(error(PacketText.withFile(method), ErrorCode.ATTACHMENT_BAD_ARCHIVE)
                        .text())
                .contains("method 12");
    }

    @Test
    void bombIsStoppedAtItsRatio() {
        byte[] bomb = Zips.deflated("a.pdf", new byte[64 << 20]);
        assertThat(bomb.length).isLessThan(100_000);
        Finding finding = error(PacketText.withFile(bomb), ErrorCode.ATTACHMENT_BOMB);
        assertThat(finding.text()).contains("maxInflationRatio");
    }

    @Test
    void bombIsStoppedAtItsSize() {
        byte[] content = new byte[3 << 20];
        PacketLimits limits = limits(2 << 20, 1 << 30);
        PacketReading reading = Samples.read(bytes(PacketText.withFile(Zips.deflated("a.pdf", content))), limits);
        assertThat(reading.findings()).extracting(Finding::code).contains(ErrorCode.ATTACHMENT_BOMB);
        PacketReading bare = Samples.read(bytes(PacketText.withFile(content)), limits);
        assertThat(Samples.refusal(bare, ErrorCode.PACKET_LIMIT_EXCEEDED).text())
                .contains("maxAttachmentBytes");
    }

    @Test
    void allFilesTogetherAreBounded() {
        String one = "<Attachment><ContentId>c</ContentId><ContentTransferEncoded>"
                + Base64.getEncoder().encodeToString(Zips.deflated("a", new byte[1 << 20]))
                + "</ContentTransferEncoded></Attachment>";
        String packet = PacketText.OPEN + "<edXMLEnvelope><edXMLHeader><MessageHeader/></edXMLHeader></edXMLEnvelope>"
                + "<AttachmentEncoded>" + one.repeat(5) + "</AttachmentEncoded></edXML>";
        PacketReading reading = Samples.read(bytes(packet), limits(2 << 20, 4 << 20));
        Finding finding = Samples.refusal(reading, ErrorCode.PACKET_LIMIT_EXCEEDED);
        assertThat(finding.where()).isEqualTo("AttachmentEncoded/Attachment[5]");
        assertThat(finding.text()).contains("maxUnpackedBytes");
    }

    @Test
    void numberOfFilesIsBounded() {
        String one =
                "<Attachment><ContentId>c</ContentId><ContentTransferEncoded>QUJD</ContentTransferEncoded></Attachment>";
        String packet = PacketText.OPEN + "<edXMLEnvelope><edXMLHeader><MessageHeader/></edXMLHeader></edXMLEnvelope>"
                + "<AttachmentEncoded>" + one.repeat(201) + "</AttachmentEncoded></edXML>";
        assertThat(Samples.refusal(Samples.read(packet), ErrorCode.PACKET_LIMIT_EXCEEDED)
                        .text())
                .contains("maxAttachments");
    }

    @Test
    void damagedArchiveIsCalledDamaged() {
        byte[] noise = new byte[2000];
        new Random(1).nextBytes(noise);
        byte[] zip = Zips.deflated("a.bin", noise);
        byte[] decodedAsText = new String(zip, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
        error(PacketText.withFile(decodedAsText), ErrorCode.ATTACHMENT_DAMAGED);
    }

    @Test
    void damageInsideTheArchiveIsFound() {
        byte[] damaged = new String(PDF, StandardCharsets.US_ASCII).getBytes(StandardCharsets.UTF_8);
        error(PacketText.withFile(Zips.deflated("a.pdf", damaged)), ErrorCode.ATTACHMENT_DAMAGED);
    }

    @Test
    void replacementCharactersAloneProveNothing() {
        byte[] wholePdf = Arrays.copyOf(PDF, PDF.length + 3);
        wholePdf[PDF.length] = (byte) 0xEF;
        wholePdf[PDF.length + 1] = (byte) 0xBF;
        wholePdf[PDF.length + 2] = (byte) 0xBD;
        assertThat(kept(PacketText.withFile(wholePdf)).damaged()).isFalse();
        byte[] text = "một văn bản có ký tự \uFFFD".getBytes(StandardCharsets.UTF_8);
        assertThat(kept(PacketText.withFile(text)).damaged()).isFalse();
        byte[] ascii = "%PDF-1.4 all ASCII".getBytes(StandardCharsets.US_ASCII);
        assertThat(kept(PacketText.withFile(ascii)).damaged()).isFalse();
    }

    @Test
    void unreadableOnesAreToldApartHoweverTheyArePacked() {
        byte[] two = Zips.deflated("a.pdf", PDF, "b.pdf", PDF);
        byte[] others = Zips.deflated("a.pdf", PDF, "c.pdf", PDF);
        String encoded = Base64.getEncoder().encodeToString(two);
        String broken = Base64.getMimeEncoder().encodeToString(two);
        Sha256 first = unreadable(PacketText.withEncoded(encoded)).transferDigest();
        assertThat(unreadable(PacketText.withEncoded(broken)).transferDigest()).isEqualTo(first);
        assertThat(unreadable(PacketText.withFile(others)).transferDigest()).isNotEqualTo(first);
        assertThat(unreadable(PacketText.withEncoded("QUJD!a")).transferDigest())
                .isNotEqualTo(unreadable(PacketText.withEncoded("QUJD!b")).transferDigest());
    }

    @Test
    void aBadAttachmentLeavesTheOthersAlone() {
        String good = "<Attachment><ContentId>2</ContentId><AttachmentName>good.txt</AttachmentName>"
                + "<ContentTransferEncoded>QUJD</ContentTransferEncoded></Attachment>";
        String packet = PacketText.withEncoded("!!!").replace("</AttachmentEncoded>", good + "</AttachmentEncoded>");
        Packet read = (Packet) Samples.understood(bytes(packet)).message();
        assertThat(read.attachments()).extracting(a -> a.content().isPresent()).containsExactly(false, true);
    }

    @Test
    void kinds() {
        assertThat(List.of(
                        kind("%PDF-1.4\n"),
                        kind("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1"),
                        kind("<?xml version=\"1.0\"?><a/>"),
                        kind("plain"),
                        kind("\u0000\u0001"),
                        kind("{\\rtf1 }"),
                        kind("\u0089PNG\r\n\u001A\n")))
                .containsExactly(
                        ContentKind.PDF,
                        ContentKind.OLE,
                        ContentKind.XML,
                        ContentKind.TEXT,
                        ContentKind.UNKNOWN,
                        ContentKind.RTF,
                        ContentKind.PNG);
    }

    private static ContentKind kind(String content) {
        return kept(PacketText.withFile(content.getBytes(StandardCharsets.ISO_8859_1)))
                .kind();
    }

    private static AttachmentPayload.Kept kept(String packet) {
        return (AttachmentPayload.Kept) payload(packet);
    }

    private static AttachmentPayload.Unreadable unreadable(String packet) {
        return (AttachmentPayload.Unreadable) payload(packet);
    }

    private static AttachmentPayload payload(String packet) {
        Packet read = (Packet) Samples.understood(bytes(packet)).message();
        return read.attachments().get(0).payload();
    }

    private static Finding error(String packet, ErrorCode code) {
        PacketReading.Understood reading = Samples.understood(bytes(packet));
        List<Finding> errors =
                reading.findings().stream().filter(Finding::isError).toList();
        assertThat(errors).extracting(Finding::code).containsExactly(code);
        return errors.get(0);
    }

    private static byte[] bytes(String packet) {
        return packet.getBytes(StandardCharsets.UTF_8);
    }

    private static PacketLimits limits(long maxAttachmentBytes, long maxUnpackedBytes) {
        PacketLimits d = PacketLimits.defaults();
        return new PacketLimits(
                d.maxPacketBytes(),
                d.maxDepthElements(),
                d.maxElements(),
                d.maxNameChars(),
                d.maxAttributesPerElement(),
                d.maxAttributeChars(),
                d.maxTextChars(),
                d.maxSkeletonChars(),
                d.maxTokenBytes(),
                d.maxAttachments(),
                maxAttachmentBytes,
                maxUnpackedBytes,
                d.maxInflationRatio(),
                d.inflationFloorBytes());
    }
}
