package vn.lienthong.gateway.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.gateway.digest.DigestingInputStream;

/** What goes out is what came in with one station more, and no other byte is touched. */
class TraceSpliceTest {

    private static final String NS = WireElements.NAMESPACE;
    private static final String HEADER = "<e:MessageHeader><e:From><e:OrganId>G22</e:OrganId></e:From>"
            + "<e:To><e:OrganId>H41</e:OrganId></e:To><e:DocumentId>id-1</e:DocumentId></e:MessageHeader>";
    private static final String STATION =
            "<e:TraceHeader><e:OrganId>G22</e:OrganId><e:Timestamp>2026/11/02 09:00:00</e:Timestamp></e:TraceHeader>";
    private static final String BUSINESS = "<e:Bussiness><e:BussinessDocType>0</e:BussinessDocType></e:Bussiness>";
    private static final String OURS = "<e:TraceHeader><e:OrganId>001.00.20.TT2</e:OrganId>"
            + "<e:Timestamp>2026/11/02 10:04:05</e:Timestamp></e:TraceHeader>";

    /** A packet whose header has these parts behind its MessageHeader. */
    private static String packet(String parts) {
        return packet("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n", parts);
    }

    private static String packet(String before, String parts) {
        return before + "<edXML xmlns=\"" + NS + "\"><e:edXMLEnvelope xmlns:e=\"" + NS + "\"><e:edXMLHeader>" + HEADER
                + parts + "</e:edXMLHeader></e:edXMLEnvelope></edXML>";
    }

    private static String list(String children) {
        return "<e:TraceHeaderList>" + children + "</e:TraceHeaderList>";
    }

    static Stream<byte[]> everyWayOfWriting() {
        return Samples.DOCUMENTS.stream().flatMap(name -> {
            String text = Samples.text(name);
            String once = text.startsWith("\uFEFF") ? text.substring(1) : text;
            return Stream.of(
                            once,
                            "\uFEFF" + once,
                            once.replace("\n", "\r\n"),
                            once.replaceAll(">\\s+<", "><"),
                            once.replaceFirst("^<\\?xml[^>]*>\\s*", ""),
                            once.replace("edXML:", "").replaceAll("(?s) xmlns:edXML=\"[^\"]*\"", ""),
                            once.replace("edXML:", "văn-bản:").replace("xmlns:edXML", "xmlns:văn-bản"),
                            once.replace(NS, "urn:another"))
                    .map(one -> one.getBytes(StandardCharsets.UTF_8));
        });
    }

    @ParameterizedTest
    @MethodSource("everyWayOfWriting")
    void everySampleHoweverItIsWritten(byte[] received) {
        Packet read = (Packet) Samples.understood(received).message();
        Splices.spliced(received, read);
        assertThat(Splices.find(new Dripping(received))).isEqualTo(Splices.find(received));
    }

    /** What leaves may be handed to another gateway that adds its own, and so on: each one comes out again, the last one first. */
    @Test
    void hopsComeOutInTheOppositeOrder() {
        byte[] received = Samples.bytes("edoc_0_new");
        TraceSplice first = Splices.find(received).orElseThrow();
        byte[] passed = Splices.insert(first, received);
        TraceSplice second = Splices.find(passed).orElseThrow();
        byte[] sent = Splices.insert(second, passed);
        assertThat(second.offset()).isEqualTo(first.offset() + first.lengthBytes());
        assertThat(Splices.cut(first, Splices.cut(second, sent))).isEqualTo(received);
    }

    @Test
    void theNewStationStandsBehindTheOldOnesAndBeforeBussiness() {
        assertSpliced(packet(list(STATION + "|" + BUSINESS)), packet(list(STATION + OURS + "|" + BUSINESS)));
        assertSpliced(packet(list(BUSINESS + STATION + "\n")), packet(list(BUSINESS + STATION + OURS + "\n")));
        assertSpliced(
                packet(list(STATION + " <e:TraceHeader /> " + BUSINESS)),
                packet(list(STATION + " <e:TraceHeader />" + OURS + " " + BUSINESS)));
        assertSpliced(packet(list(" " + BUSINESS)), packet(list(OURS + " " + BUSINESS)));
        assertSpliced(
                packet("<e:TraceHeaderList id='a>b' version=\"/>\"></e:TraceHeaderList >"),
                packet("<e:TraceHeaderList id='a>b' version=\"/>\">" + OURS + "</e:TraceHeaderList >"));
    }

    private static void assertSpliced(String received, String sent) {
        TraceSplice splice = Splices.find(received).orElseThrow();
        assertThat(new String(
                        Splices.insert(splice, received.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8))
                .isEqualTo(sent);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!-- </e:TraceHeader></e:TraceHeaderList> - -> -->",
                "<!--<e:TraceHeaderList>-->",
                "<?note </e:TraceHeader></e:TraceHeaderList> it's \" ? > ?>",
                "<e:Other a=\"/e:TraceHeaderList>\" b='\"/>!--'/>",
                "<e:Other><![CDATA[</e:TraceHeader></e:TraceHeaderList>]]]]><e:TraceHeaderList/></e:Other>",
                "<e:Other><e:TraceHeader>no</e:TraceHeader></e:Other>",
                "<x:TraceHeader xmlns:x='urn:x'/>",
                "<TraceHeader xmlns='urn:x'>no</TraceHeader>"
            })
    void whatOnlyLooksLikeIt(String lookAlike) {
        String around = "<x:TraceHeaderList xmlns:x='urn:x'><x:TraceHeader>no</x:TraceHeader></x:TraceHeaderList>"
                + "<e:Other><e:edXMLHeader><e:TraceHeaderList/></e:edXMLHeader></e:Other>";
        String received = packet(
                "<!-- <edXML> -->\n" + "<?xml-note a='?>",
                around + lookAlike + list(lookAlike + STATION + lookAlike + BUSINESS + lookAlike) + lookAlike);
        Packet read = (Packet)
                Samples.understood(received.getBytes(StandardCharsets.UTF_8)).message();
        Splices.spliced(received.getBytes(StandardCharsets.UTF_8), read);
        assertSpliced(received, received.replace(STATION, STATION + OURS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<e:TraceHeaderList/>",
                "<e:TraceHeaderList id=\"a\" />",
                "<x:TraceHeaderList xmlns:x='urn:x'></x:TraceHeaderList>",
                "<e:Other><e:TraceHeaderList></e:TraceHeaderList></e:Other>"
            })
    void whereThereIsNoPlace(String parts) {
        byte[] received = packet(parts).getBytes(StandardCharsets.UTF_8);
        assertThat(Samples.understood(received).message()).isInstanceOf(Packet.class);
        assertThat(Splices.find(received)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "ISO-8859-1", "windows-1258", "IBM037"})
    void otherEncodings(String name) {
        String text = packet("<?xml version='1.0' encoding='" + name + "'?>", list(STATION));
        assertThat(Splices.find(text.getBytes(Charset.forName(name)))).isEmpty();
        assertThat(Splices.find(text.substring(text.indexOf("?>") + 2).getBytes(StandardCharsets.UTF_16LE)))
                .isEmpty();
        assertThat(Splices.find(text.replace(name, "utf-8"))).isPresent();
        assertThat(Splices.find(text.replace(name, "US-ASCII"))).isPresent();
    }

    @Test
    void statusesAndWhatIsNoPacket() {
        assertThat(Samples.STATUSES).allSatisfy(name -> assertThat(Splices.find(Samples.bytes(name)))
                .isEmpty());
        String whole = packet(list(STATION));
        for (int end = 0; end < whole.indexOf("</e:TraceHeaderList>"); end++) {
            assertThat(Splices.find(whole.substring(0, end)))
                    .as("cut at " + end)
                    .isEmpty();
        }
        assertThat(Splices.find(packet("<!DOCTYPE edXML [<!ENTITY a '<e:TraceHeaderList>'>]>", list(STATION))))
                .isEmpty();
        assertThat(Splices.find(whole.replace("<edXML ", "<other "))).isEmpty();
        assertThat(Splices.find("<" + "a".repeat(1 << 20))).isEmpty();
    }

    /** A place on every side of the border between two pieces of the scan. */
    @Test
    void bordersOfPiecesAreNoBorders() {
        for (int padding = 15 * 1024; padding < 16 * 1024 + 300; padding += 7) {
            String received = packet("<!--" + "x".repeat(padding) + "-->", list(STATION));
            assertThat(Splices.find(received).orElseThrow().offset())
                    .isEqualTo(received.indexOf("</e:TraceHeaderList>"));
        }
    }

    @Test
    void itStopsAtTheEndOfTheListAndAtItsBound() throws IOException {
        byte[] whole = packet(list(STATION)).getBytes(StandardCharsets.UTF_8);
        DigestingInputStream counted = new DigestingInputStream(endlessly(whole, new byte[] {' '}));
        assertThat(Splices.find(counted)).isPresent();
        assertThat(counted.count()).isLessThan(64 * 1024);
        DigestingInputStream text =
                new DigestingInputStream(endlessly("<edXML>".getBytes(StandardCharsets.UTF_8), new byte[] {'x'}));
        assertThat(Splices.find(text)).isEmpty();
        assertThat(text.count()).isEqualTo(32 << 20);
    }

    private static InputStream endlessly(byte[] first, byte[] then) {
        byte[] piece = new byte[8192];
        java.util.Arrays.fill(piece, then[0]);
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return then[0];
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                int count = Math.min(length, piece.length);
                System.arraycopy(piece, 0, buffer, offset, count);
                return count;
            }
        };
        return new SequenceInputStream(Collections.enumeration(List.of(new ByteArrayInputStream(first), endless)));
    }

    @Test
    void whatIsNotThereCannotBeCutOut() {
        byte[] received = Samples.bytes("edoc_0_new");
        TraceSplice splice = Splices.find(received).orElseThrow();
        assertThatThrownBy(() ->
                        splice.cutOutOf(new ByteArrayInputStream(received)).readAllBytes())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("splice: other bytes at " + splice.offset());
        assertThatThrownBy(() ->
                        splice.cutOutOf(new ByteArrayInputStream(new byte[10])).readAllBytes())
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> splice.insertInto(new ByteArrayInputStream(new byte[10]))
                        .readAllBytes())
                .isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "<x>", "a\"b", ".a", "a\n", "mã", "123456789012345678901234567890123456"})
    void aGatewaysCodeNeedsNoEscaping(String code) {
        assertThatThrownBy(() -> new AddHop(code)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Hands out one byte at a time. */
    private static final class Dripping extends FilterInputStream {

        Dripping(byte[] bytes) {
            super(new ByteArrayInputStream(bytes));
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            return super.read(buffer, offset, Math.min(length, 1));
        }
    }
}
