package vn.lienthong.gateway.packet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import vn.lienthong.gateway.digest.DigestingInputStream;
import vn.lienthong.gateway.digest.Sha256;

/**
 * Runs in a JVM of its own with a small heap: reads a large packet that is made while it is read, or writes one with a packed
 * file and reads it back. Prints what it read; a packet held in memory would end it with OutOfMemoryError.
 */
public final class LargePacketProgram {

    private LargePacketProgram() {}

    /**
     * Reads, or writes and reads.
     *
     * @param args {@code bare} or {@code packed}, file size in MiB, a folder
     */
    public static void main(String[] args) throws IOException {
        long bytes = Long.parseLong(args[1]) << 20;
        Path folder = Path.of(args[2]);
        long start = System.nanoTime();
        AttachmentContent read = args[0].equals("bare") ? readBare(bytes, folder) : writeAndRead(bytes, folder);
        long millis = (System.nanoTime() - start) / 1_000_000;
        System.out.println(read.digest() + " " + read.length());
        System.out.println(millis + " ms");
    }

    /** The digest that a file of this program has. */
    static Sha256 digestOfFile(long bytes) throws IOException {
        try (DigestingInputStream in = new DigestingInputStream(new Noise(bytes))) {
            in.transferTo(OutputStream.nullOutputStream());
            return in.digest();
        }
    }

    private static AttachmentContent readBare(long bytes, Path folder) throws IOException {
        InputStream packet = new SequenceInputStream(Collections.enumeration(List.of(
                new ByteArrayInputStream(PacketText.headBytes()),
                new Base64Text(new Noise(bytes)),
                new ByteArrayInputStream(PacketText.tailBytes()))));
        return readOne(packet, folder);
    }

    private static AttachmentContent writeAndRead(long bytes, Path folder) throws IOException {
        AttachmentContent content = AttachmentContent.of(digestOfFile(bytes), bytes, () -> new Noise(bytes));
        Attachment attachment = Attachment.of("cid:1", "scan.pdf", "application/pdf", content);
        Packet packet = Packet.toSend(
                DocumentHeader.builder().documentId(new DocumentId("x")).build(),
                new TraceHop("G22", "2026/01/01 00:00:00"),
                Business.of(BusinessAction.NEW, "", DocumentId.NONE),
                List.of(attachment));
        Path file = folder.resolve("large.edxml");
        try (OutputStream out = Files.newOutputStream(file)) {
            new PacketWriter().write(packet, out);
        }
        try (InputStream in = Files.newInputStream(file)) {
            return readOne(in, folder);
        }
    }

    private static AttachmentContent readOne(InputStream in, Path folder) throws IOException {
        try (SpooledAttachments spool = new SpooledAttachments(folder, 1 << 20)) {
            PacketReading reading = new PacketReader(PacketLimits.defaults()).read(in, spool);
            if (reading instanceof PacketReading.Understood understood
                    && understood.message() instanceof Packet packet) {
                return packet.attachments().get(0).content().orElseThrow();
            }
            throw new IOException(reading.findings().toString());
        }
    }

    /** Bytes that do not shrink, always the same. */
    private static final class Noise extends InputStream {

        private long left;
        private long state = 0x9E3779B97F4A7C15L;

        Noise(long bytes) {
            left = bytes;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            if (left == 0) {
                return -1;
            }
            int count = (int) Math.min(left, length);
            for (int i = 0; i < count; i++) {
                state ^= state << 13;
                state ^= state >>> 7;
                state ^= state << 17;
                buffer[offset + i] = (byte) state;
            }
            left -= count;
            return count;
        }
    }

    /** Base64 of a stream, made piece by piece. */
    private static final class Base64Text extends InputStream {

        private final InputStream file;
        private byte[] piece = new byte[0];
        private int at;

        Base64Text(InputStream file) {
            this.file = file;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (at == piece.length) {
                byte[] raw = file.readNBytes(3 * 8192);
                if (raw.length == 0) {
                    return -1;
                }
                piece = Base64.getEncoder().encode(raw);
                at = 0;
            }
            int count = Math.min(length, piece.length - at);
            System.arraycopy(Arrays.copyOfRange(piece, at, at + count), 0, buffer, offset, count);
            at += count;
            return count;
        }
    }
}
