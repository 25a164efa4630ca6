package vn.lienthong.gateway.packet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.finding.Finding;

/** What holds for every content and every text. */
class PacketPropertiesTest {

    @Property(tries = 300)
    void base64DecodesAsTheJdkDoesHoweverItIsCut(
            @ForAll @Size(min = 1, max = 200) byte[] content, @ForAll @IntRange(min = 1, max = 17) int piece)
            throws IOException {
        char[] text = Base64.getEncoder().encodeToString(content).toCharArray();
        assertThat(decode(text, piece)).isEqualTo(content);
        char[] lines = Base64.getMimeEncoder(4, new byte[] {'\n'})
                .encodeToString(content)
                .toCharArray();
        assertThat(decode(lines, piece)).isEqualTo(content);
    }

    /** The JDK's decoder takes missing padding and unused bits that are not zero; beyond those two both take the same. */
    @Property(tries = 1000)
    void base64TakesNothingThatTheJdkRefuses(@ForAll("almostBase64") String text) throws IOException {
        byte[] ours = decodeOrNull(text.toCharArray());
        if (ours != null) {
            assertThat(ours).isEqualTo(Base64.getDecoder().decode(text));
            assertThat(Base64.getEncoder().encodeToString(ours)).isEqualTo(text);
        }
    }

    @Property(tries = 1000)
    void base64TakesWhateverTheJdkWouldWriteSo(@ForAll("almostBase64") String text) throws IOException {
        byte[] ours = decodeOrNull(text.toCharArray());
        assertThat(ours != null).isEqualTo(writtenSoByTheJdk(text));
    }

    private static boolean writtenSoByTheJdk(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(Base64.getDecoder().decode(text))
                    .equals(text);
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    @Property(tries = 300)
    void whiteSpaceMayStandAnywhereInBase64(
            @ForAll @Size(min = 1, max = 60) byte[] content,
            @ForAll @Size(max = 20) List<@IntRange(max = 100) Integer> places,
            @ForAll @IntRange(min = 1, max = 17) int piece)
            throws IOException {
        StringBuilder text = new StringBuilder(Base64.getEncoder().encodeToString(content));
        for (int place : places) {
            text.insert(place % (text.length() + 1), " \n\r\t".charAt(place % 4));
        }
        assertThat(decode(text.toString().toCharArray(), piece)).isEqualTo(content);
    }

    @Property(tries = 200)
    void anyFileComesBackFromEitherPacking(@ForAll @Size(max = 3000) byte[] content, @ForAll boolean zipped) {
        byte[] encoded = zipped ? Zips.deflated("x.bin", content) : content;
        boolean itselfAnArchive = content.length >= 4 && content[0] == 'P' && content[1] == 'K';
        if (!zipped && (content.length == 0 || itselfAnArchive)) {
            return;
        }
        Packet packet = packet(PacketText.withFile(encoded));
        assertThat(packet.attachments().get(0).content().orElseThrow().digest()).isEqualTo(Sha256.of(content));
    }

    @Property(tries = 200)
    void whatIsWrittenIsRead(@ForAll("packets") Packet packet) {
        byte[] written = Samples.written(packet);
        PacketReading.Understood reading = Samples.understood(written);
        assertThat(reading.findings()).noneMatch(Finding::isError);
        Packet read = (Packet) reading.message();
        assertThat(read.header()).isEqualTo(packet.header());
        assertThat(read.business()).isEqualTo(packet.business());
        assertThat(read.trace()).isEqualTo(packet.trace());
        assertThat(ContentDigest.of(read)).isEqualTo(ContentDigest.of(packet));
        assertThat(Samples.written(read)).isEqualTo(written);
    }

    @Property(tries = 300)
    void safeNamesAreSafeAndStaySo(@ForAll("names") String name) {
        String safe = SafeFileName.of(name);
        assertThat(safe).isNotEmpty().hasSizeLessThanOrEqualTo(151).doesNotContain("/", "\\", ":", "\u202E", "\0");
        assertThat(safe).doesNotStartWith(" ").doesNotEndWith(".").doesNotEndWith(" ");
        assertThat(SafeFileName.of(safe)).isEqualTo(safe);
    }

    @Provide
    Arbitrary<String> almostBase64() {
        return Arbitraries.strings().withChars("AQgw9+/=").ofMinLength(1).ofMaxLength(12);
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings()
                .withChars("abCON.txt/\\: \u202E\0\u0007ế<|")
                .ofMaxLength(200);
    }

    @Provide
    Arbitrary<Packet> packets() {
        Arbitrary<AgencyBlock> agencies = text().list()
                .ofSize(8)
                .map(t -> new AgencyBlock(
                        t.get(0), t.get(1), t.get(2), t.get(3), t.get(4), t.get(5), t.get(6), t.get(7)));
        Arbitrary<DocumentHeader> headers = Combinators.combine(
                        agencies,
                        agencies.list().ofMaxSize(3),
                        text().list().ofSize(8),
                        text().list().ofMaxSize(3))
                .as(PacketPropertiesTest::header);
        Arbitrary<Attachment> attachments = Combinators.combine(
                        text(), Arbitraries.bytes().array(byte[].class).ofMaxSize(300))
                .as((name, bytes) -> Attachment.of("cid:1", name, "application/pdf", AttachmentContent.ofBytes(bytes)));
        return Combinators.combine(headers, text(), attachments.list().ofMaxSize(2))
                .as((header, reason, files) -> Packet.toSend(
                        header,
                        new TraceHop("G22", "2026/01/01 00:00:00"),
                        Business.of(BusinessAction.UPDATE, reason, new DocumentId("t")),
                        files));
    }

    private static DocumentHeader header(
            AgencyBlock from, List<AgencyBlock> to, List<String> texts, List<String> places) {
        DocumentHeader.Builder header = DocumentHeader.builder()
                .from(from)
                .documentId(new DocumentId(texts.get(0)))
                .code(new DocumentCode(texts.get(1), texts.get(2)))
                .promulgation(new Promulgation(texts.get(3), new DateText(texts.get(4))))
                .subject(texts.get(5))
                .content(texts.get(6))
                .signer(new Signer("", texts.get(7), ""));
        to.forEach(header::to);
        places.forEach(header::toPlace);
        return header.build();
    }

    /** Text as the domain holds it: characters of XML, no white space around. */
    private static Arbitrary<String> text() {
        return Arbitraries.strings()
                .withChars("aĐ&<>\"'] \n\r\tộ\uFFFD")
                .ofMaxLength(12)
                .map(String::strip);
    }

    private static Packet packet(String text) {
        return (Packet)
                Samples.understood(text.getBytes(StandardCharsets.UTF_8)).message();
    }

    private static byte[] decode(char[] text, int piece) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Base64Stream stream = new Base64Stream(out::write);
        for (int from = 0; from < text.length; from += piece) {
            stream.accept(text, from, Math.min(piece, text.length - from));
        }
        stream.finish();
        assertThat(stream.problem()).isEmpty();
        return out.toByteArray();
    }

    private static byte @org.jspecify.annotations.Nullable [] decodeOrNull(char[] text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Base64Stream stream = new Base64Stream(out::write);
        stream.accept(text, 0, text.length);
        stream.finish();
        return stream.problem().isPresent() ? null : Arrays.copyOf(out.toByteArray(), out.size());
    }
}
