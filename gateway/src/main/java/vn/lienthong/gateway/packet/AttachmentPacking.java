package vn.lienthong.gateway.packet;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import vn.lienthong.gateway.digest.Sha256;

/**
 * Packs a file as the platform's SDK does: a ZIP with one entry {@code <uuid>.<extension>}, in base64 on one line. The same
 * file always packs to the same bytes: its UUID comes from its digest, its time is the first a ZIP knows.
 */
final class AttachmentPacking {

    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final byte[] ARCHIVE = {'P', 'K', 3, 4};
    private static final int MAX_EXTENSION_CHARS = 10;
    private static final int BUFFER_BYTES = 32 * 1024;

    private AttachmentPacking() {}

    static void pack(AttachmentContent content, Packing packing, ContentKind kind, String name, OutputStream out)
            throws IOException {
        try (OutputStream base64 = Base64.getEncoder().wrap(new Unclosed(out))) {
            if (packing == Packing.RAW && isReadBare(content, kind)) {
                copy(content, base64);
            } else {
                zip(content, name, base64);
            }
        }
    }

    /** Whether a reader would take it as it is: not where it is empty, or begins as a ZIP without being an office file. */
    private static boolean isReadBare(AttachmentContent content, ContentKind kind) throws IOException {
        if (kind == ContentKind.OOXML || kind == ContentKind.ODF) {
            return true;
        }
        try (InputStream in = content.open()) {
            byte[] start = in.readNBytes(ARCHIVE.length);
            return start.length > 0 && !Arrays.equals(start, ARCHIVE);
        }
    }

    private static void zip(AttachmentContent content, String name, OutputStream out) throws IOException {
        try (Zip zip = new Zip(out, content.length())) {
            ZipEntry entry = new ZipEntry(entryName(content.digest(), name));
            entry.setTimeLocal(NO_TIME);
            zip.putNextEntry(entry);
            copy(content, zip);
            zip.closeEntry();
        }
    }

    private static void copy(AttachmentContent content, OutputStream out) throws IOException {
        long written = 0;
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = content.open()) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                out.write(buffer, 0, count);
                written += count;
            }
        }
        if (written != content.length()) {
            throw new IOException(
                    "content " + content.digest() + ": " + written + " bytes (expected: " + content.length() + ")");
        }
    }

    static String entryName(Sha256 digest, String name) {
        ByteBuffer bytes = ByteBuffer.wrap(digest.bytes());
        // version 8, variant 2 of RFC 9562: a UUID of our own making
        long high = (bytes.getLong() & ~0xF000L) | 0x8000L;
        long low = (bytes.getLong() & ~(0b11L << 62)) | (0b10L << 62);
        return new UUID(high, low) + "." + extension(name);
    }

    private static String extension(String name) {
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        boolean plain = !extension.isEmpty()
                && extension.length() <= MAX_EXTENSION_CHARS
                && extension.length() < name.length()
                && extension.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'));
        return plain ? extension : "bin";
    }

    /**
     * A ZIP that never packs a large file so tightly that a reader would take it for a bomb: above the reader's floor only single
     * bytes are coded, at most eight to one. Large files are scans, which do not shrink anyway.
     */
    private static final class Zip extends ZipOutputStream {

        Zip(OutputStream out, long lengthBytes) {
            super(out);
            if (lengthBytes > PacketLimits.defaults().inflationFloorBytes()) {
                def.setStrategy(Deflater.HUFFMAN_ONLY);
            }
        }
    }

    /** Ends base64 and ZIP without ending the packet. */
    private static final class Unclosed extends FilterOutputStream {

        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] buffer, int offset, int length) throws IOException {
            out.write(buffer, offset, length);
        }

        @Override
        public void close() throws IOException {
            out.flush();
        }
    }
}
