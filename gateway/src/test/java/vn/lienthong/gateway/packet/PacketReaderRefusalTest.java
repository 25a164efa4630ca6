package vn.lienthong.gateway.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;

/** What no packet may be: each refused with its code and its place, none of it thrown. */
class PacketReaderRefusalTest {

    private static final String GOOD = Samples.text("edoc_0_new");

    @Test
    void emptyInput() {
        Samples.refusal(Samples.read(""), ErrorCode.PACKET_TRUNCATED);
    }

    @Test
    void notXml() {
        Finding finding = Samples.refusal(Samples.read("%PDF-1.7 nothing here"), ErrorCode.PACKET_NOT_WELL_FORMED);
        assertThat(finding.where()).startsWith("1:");
    }

    @Test
    void anyCutIsTruncated() {
        byte[] whole = Samples.bytes("edoc_0_new");
        int end = GOOD.stripTrailing().getBytes(StandardCharsets.UTF_8).length;
        for (int cut = 45; cut < end; cut += 13) {
            PacketReading reading = Samples.read(Arrays.copyOf(whole, cut));
            Samples.refusal(reading, ErrorCode.PACKET_TRUNCATED);
        }
    }

    @Test
    void cutWithinACharacter() {
        byte[] whole = Samples.bytes("edoc_0_new");
        int at = GOOD.substring(0, GOOD.indexOf("Địa chỉ")).getBytes(StandardCharsets.UTF_8).length;
        Samples.refusal(Samples.read(Arrays.copyOf(whole, at + 1)), ErrorCode.PACKET_TRUNCATED);
    }

    @Test
    void bytesThatAreNotUtf8() {
        byte[] latin = PacketText.withHeader("<Subject>é</Subject>").getBytes(StandardCharsets.ISO_8859_1);
        Samples.refusal(Samples.read(latin), ErrorCode.PACKET_NOT_WELL_FORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "ISO-8859-1", "windows-1258"})
    void otherEncodings(String encoding) {
        String packet = GOOD.replace("encoding=\"UTF-8\"", "encoding=\"" + encoding + "\"");
        PacketReading reading = Samples.read(packet.getBytes(Charset.forName(encoding)));
        assertThat(Samples.refusal(reading, ErrorCode.PACKET_NOT_EDXML).text()).contains(encoding.substring(0, 5));
    }

    @Test
    void otherVersionsAndRoots() {
        Samples.refusal(
                Samples.read(GOOD.replace("version=\"1.0\" enc", "version=\"1.1\" enc")), ErrorCode.PACKET_NOT_EDXML);
        Samples.refusal(
                Samples.read("<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"/>"),
                ErrorCode.PACKET_NOT_EDXML);
        Finding empty = Samples.refusal(Samples.read(PacketText.OPEN + "</edXML>"), ErrorCode.PACKET_NOT_EDXML);
        assertThat(empty.where()).isEqualTo("MessageHeader");
    }

    @Test
    void somethingBehindTheRoot() {
        Samples.refusal(Samples.read(GOOD + "<more/>"), ErrorCode.PACKET_NOT_WELL_FORMED);
        assertThat(Samples.read(GOOD + "<!-- a comment is fine -->")).isInstanceOf(PacketReading.Understood.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE edXML>",
                "<!DOCTYPE edXML SYSTEM \"file:///etc/passwd\">",
                "<!DOCTYPE edXML [<!ENTITY x SYSTEM \"http://127.0.0.1:1/\">]>",
                "<!DOCTYPE edXML [<!ENTITY % p SYSTEM \"http://127.0.0.1:1/\"> %p;]>",
                "<!DOCTYPE edXML [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
                        + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;\">]>"
            })
    void documentTypes(String doctype) {
        String packet = GOOD.replace("?>\n<edXML", "?>\n" + doctype + "<edXML")
                .replace("Trích yếu thử nghiệm", doctype.contains("ENTITY d") ? "&d;" : "x");
        assertThat(packet).contains(doctype);
        Samples.refusal(Samples.read(packet), ErrorCode.PACKET_HAS_DOCTYPE);
    }

    @Test
    void undeclaredEntity() {
        Samples.refusal(Samples.read(GOOD.replace("Trích yếu", "&bomb;")), ErrorCode.PACKET_NOT_WELL_FORMED);
    }

    @Test
    void nestingIsBounded() {
        String deep = "<a>".repeat(100_000);
        Samples.refusal(Samples.read(PacketText.withHeader(deep)), ErrorCode.PACKET_LIMIT_EXCEEDED);
        String known = "<From>".repeat(100_000);
        assertThat(Samples.refusal(Samples.read(PacketText.withHeader(known)), ErrorCode.PACKET_LIMIT_EXCEEDED)
                        .text())
                .contains("maxDepthElements");
    }

    @Test
    void elementsAreBounded() {
        String many = "<x/>".repeat(250_000);
        assertThat(Samples.refusal(Samples.read(PacketText.withHeader(many)), ErrorCode.PACKET_LIMIT_EXCEEDED)
                        .text())
                .contains("maxElements");
    }

    @Test
    void findingsAreBounded() {
        PacketReading reading =
                Samples.read(PacketText.withHeader("<x/>".repeat(100_000) + "<Subject/>".repeat(9_000)));
        assertThat(reading.findings()).hasSizeBetween(100, 400);
    }

    @Test
    void attributesAreBounded() {
        StringBuilder many = new StringBuilder("<Subject");
        for (int i = 0; i < 100; i++) {
            many.append(" a").append(i).append("='1'");
        }
        Samples.refusal(Samples.read(PacketText.withHeader(many + "/>")), ErrorCode.PACKET_LIMIT_EXCEEDED);
        String longOne = "<Subject a='" + "x".repeat(10_000) + "'/>";
        assertThat(Samples.refusal(Samples.read(PacketText.withHeader(longOne)), ErrorCode.PACKET_LIMIT_EXCEEDED)
                        .text())
                .contains("maxAttributeChars");
        String endless = "<Subject a='" + "x".repeat(1_000_000) + "'/>";
        assertThat(Samples.refusal(Samples.read(PacketText.withHeader(endless)), ErrorCode.PACKET_LIMIT_EXCEEDED)
                        .text())
                .contains("maxTokenBytes");
    }

    @Test
    void namesAndCommentsAreBounded() {
        String name = "n".repeat(1_000_000);
        Samples.refusal(Samples.read(PacketText.withHeader("<" + name + "/>")), ErrorCode.PACKET_LIMIT_EXCEEDED);
        Samples.refusal(Samples.read(PacketText.withHeader("<!--" + name + "-->")), ErrorCode.PACKET_LIMIT_EXCEEDED);
        String shorter = "<" + "n".repeat(257) + "/>";
        assertThat(Samples.refusal(Samples.read(PacketText.withHeader(shorter)), ErrorCode.PACKET_LIMIT_EXCEEDED)
                        .text())
                .contains("maxNameChars");
        Samples.refusal(Samples.read(PacketText.withHeader("<?x " + name + "?>")), ErrorCode.PACKET_LIMIT_EXCEEDED);
    }

    @Test
    void textsAreBounded() {
        String text = "<Subject>" + "x".repeat(70_000) + "</Subject>";
        assertThat(Samples.refusal(Samples.read(PacketText.withHeader(text)), ErrorCode.PACKET_LIMIT_EXCEEDED)
                        .text())
                .contains("maxTextChars");
        String manyTexts = ("<ResponseFor><Code>" + "x".repeat(60_000) + "</Code></ResponseFor>").repeat(300);
        assertThat(Samples.refusal(Samples.read(PacketText.withHeader(manyTexts)), ErrorCode.PACKET_LIMIT_EXCEEDED)
                        .text())
                .contains("maxSkeletonChars");
    }

    @Test
    void aFrameTwiceIsNoPacket() {
        String twice = GOOD.replace("</edXML:edXMLHeader>", "</edXML:edXMLHeader><edXML:edXMLHeader/>");
        Finding finding = Samples.refusal(Samples.read(twice), ErrorCode.ELEMENT_REPEATED);
        assertThat(finding.text()).contains("edXMLHeader").contains("again at");
    }

    @Test
    void statusAndDocumentAtOnceIsNoPacket() {
        String both =
                GOOD.replace("<edXML:SteeringType>", "<edXML:StatusCode>01</edXML:StatusCode><edXML:SteeringType>");
        Finding finding = Samples.refusal(Samples.read(both), ErrorCode.PACKET_NOT_EDXML);
        assertThat(finding.where()).isEqualTo("MessageHeader/StatusCode");
    }

    @Test
    void elementsInsideBase64() {
        Samples.refusal(Samples.read(PacketText.withEncoded("AAAA<b/>AAAA")), ErrorCode.PACKET_NOT_EDXML);
    }

    @Test
    void aFaultOfTheSourceIsThrownOn() {
        InputStream reset = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                throw new IOException("connection reset");
            }
        };
        InputStream cut = new SequenceInputStream(
                new ByteArrayInputStream(Arrays.copyOf(Samples.bytes("edoc_0_new"), 500)), reset);
        assertThatIOException()
                .isThrownBy(
                        () -> new PacketReader(PacketLimits.defaults()).read(cut, new Samples.InMemoryAttachments()))
                .withMessage("connection reset");
    }

    @Test
    void aFaultOfTheStoreIsThrownOn() {
        AttachmentStore full = hint -> {
            throw new IOException("disk full: " + hint);
        };
        assertThatIOException()
                .isThrownBy(() -> new PacketReader(PacketLimits.defaults())
                        .read(new ByteArrayInputStream(Samples.bytes("edoc_0_new")), full))
                .withMessage("disk full: AttachmentEncoded/Attachment[1]");
    }
}
