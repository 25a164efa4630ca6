package vn.lienthong.gateway.packet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.LongFunction;

/**
 * Runs in a JVM of its own with a small heap: reads packets that are larger than the heap and try to stay in it, one a line on
 * the output with what came of it. One that succeeds ends the program with OutOfMemoryError.
 */
public final class HostilePacketProgram {

    private static final String HEAD = PacketText.OPEN + "<edXMLEnvelope><edXMLHeader><MessageHeader>";
    private static final String TAIL = "</MessageHeader></edXMLHeader></edXMLEnvelope></edXML>";
    private static final String LONG = "n".repeat(200);
    private static final String VERY_LONG = "n".repeat(200_000);
    private static final String BASE64 = "QUJD".repeat(4096);

    private HostilePacketProgram() {}

    /**
     * Reads them all.
     *
     * @param args a folder
     */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        read(folder, "element names", HEAD, 500_000, i -> "<e" + i + LONG + "/>", TAIL);
        read(folder, "names left out", HEAD + "<u>", 500_000, i -> "<e" + i + LONG + "/>", "</u>" + TAIL);
        read(folder, "attribute names", HEAD, 500_000, i -> "<Subject a" + i + LONG + "='1'/>", TAIL);
        read(folder, "prefixes", HEAD, 500_000, i -> "<Subject xmlns:p" + i + LONG + "='u'/>", TAIL);
        read(folder, "instructions", HEAD, 500_000, i -> "<?p" + i + LONG + "?>", TAIL);
        for (int packet = 0; packet < 250; packet++) {
            String name = "<e" + packet + VERY_LONG + "/>";
            read(folder, "a long name", HEAD, 1, i -> name, TAIL);
        }
        String head = new String(PacketText.headBytes(), StandardCharsets.UTF_8);
        String tail = new String(PacketText.tailBytes(), StandardCharsets.UTF_8);
        read(folder, "cdata", head + "<![CDATA[", 3_200, i -> BASE64, "]]>" + tail);
        read(folder, "comments", head, 3_200, i -> BASE64 + "<!---->", tail);
        read(folder, "white space", "", 1_600, i -> " ".repeat(16_384), HEAD + TAIL);
    }

    private static void read(
            Path folder, String name, String head, long pieces, LongFunction<String> piece, String tail)
            throws IOException {
        try (SpooledAttachments spool = new SpooledAttachments(folder, 1 << 20);
                InputStream packet = new Pieces(head, pieces, piece, tail)) {
            PacketReading reading = new PacketReader(PacketLimits.defaults()).read(packet, spool);
            System.out.println(name + ": "
                    + switch (reading) {
                        case PacketReading.Understood understood -> "understood";
                        case PacketReading.Refused refused -> {
                            String text = refused.findings().getLast().text();
                            yield text.substring(text.lastIndexOf('.') + 1, text.length() - 1);
                        }
                    });
        }
    }

    /** Head, pieces, tail, each made when it is asked for. */
    private static final class Pieces extends InputStream {

        private final String head;
        private final long count;
        private final LongFunction<String> piece;
        private final String tail;
        private long next = -1;
        private InputStream current = InputStream.nullInputStream();

        Pieces(String head, long count, LongFunction<String> piece, String tail) {
            this.head = head;
            this.count = count;
            this.piece = piece;
            this.tail = tail;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = current.read(buffer, offset, length);
            while (count < 0 && next <= this.count) {
                String text = next < 0 ? head : next < this.count ? piece.apply(next) : tail;
                next++;
                current = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
                count = current.read(buffer, offset, length);
            }
            return count;
        }
    }
}
