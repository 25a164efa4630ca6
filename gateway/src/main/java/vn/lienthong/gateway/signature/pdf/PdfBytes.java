package vn.lienthong.gateway.signature.pdf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The bytes of one file, in memory or mapped. The file must not change while it is read, which holds for the vault's. */
public final class PdfBytes {
    private static final int MAP_FROM_BYTES = 4 << 20;

    private final byte @Nullable [] array;
    private final ByteBuffer buffer;
    private final int length;

    private PdfBytes(byte @Nullable [] array, ByteBuffer buffer) {
        this.array = array;
        this.buffer = buffer;
        this.length = buffer.limit();
    }

    /** Bytes in memory; the array is used as it is and must not be changed. */
    public static PdfBytes of(byte[] bytes) {
        return new PdfBytes(bytes, ByteBuffer.wrap(bytes));
    }

    /**
     * A file: small ones are read, large ones mapped.
     *
     * @throws IOException when it cannot be read, or is larger than 2 GB
     */
    public static PdfBytes open(Path file) throws IOException {
        long size = Files.size(file);
        if (size > Integer.MAX_VALUE) {
            throw new IOException("file: " + size + " bytes (expected: at most " + Integer.MAX_VALUE + ")");
        }
        if (size < MAP_FROM_BYTES) {
            return of(Files.readAllBytes(file));
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return new PdfBytes(null, channel.map(FileChannel.MapMode.READ_ONLY, 0, size));
        }
    }

    public int length() {
        return length;
    }

    /** The byte at an offset as 0 to 255; -1 outside the file. */
    int at(int offset) {
        if (offset < 0 || offset >= length) {
            return -1;
        }
        return (array != null ? array[offset] : buffer.get(offset)) & 0xff;
    }

    byte[] copy(int from, int to) {
        if (array != null) {
            return Arrays.copyOfRange(array, from, to);
        }
        byte[] copy = new byte[to - from];
        buffer.get(from, copy);
        return copy;
    }

    /** Everything, without a copy where it lies in memory. */
    byte[] all() {
        return array != null ? array : copy(0, length);
    }

    void digest(MessageDigest digest, int from, int to) {
        if (array != null) {
            digest.update(array, from, to - from);
        } else {
            digest.update(buffer.slice(from, to - from));
        }
    }

    /** Whether the text stands at an offset. */
    boolean has(int offset, String ascii) {
        if (offset < 0 || offset + ascii.length() > length) {
            return false;
        }
        for (int i = 0; i < ascii.length(); i++) {
            if (at(offset + i) != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** How far two ranges are alike: -1 when they are equal, else the index of the first difference. */
    int mismatch(int from, int to, PdfBytes other, int otherFrom, int otherTo) {
        return buffer.slice(from, to - from).mismatch(other.buffer.slice(otherFrom, otherTo - otherFrom));
    }

    /** How many zeros in ASCII follow an offset, before a limit; compared in blocks, since padding is long. */
    int zerosFrom(int offset, int limit) {
        int at = offset;
        while (at < limit) {
            int block = Math.min(ZEROS.limit(), limit - at);
            int differs = buffer.slice(at, block).mismatch(ZEROS.slice(0, block));
            if (differs >= 0) {
                return at + differs - offset;
            }
            at += block;
        }
        return at - offset;
    }

    private static final ByteBuffer ZEROS = zeros();

    private static ByteBuffer zeros() {
        byte[] zeros = new byte[8192];
        Arrays.fill(zeros, (byte) '0');
        return ByteBuffer.wrap(zeros).asReadOnlyBuffer();
    }

    /** The first place of a text from an offset on, before a limit; -1 when there is none. */
    int find(String ascii, int from, int limit) {
        int length = ascii.length();
        int[] skip = new int[256];
        Arrays.fill(skip, length);
        for (int i = 0; i < length - 1; i++) {
            skip[ascii.charAt(i)] = length - 1 - i;
        }
        char last = ascii.charAt(length - 1);
        int end = Math.min(limit, this.length);
        for (int at = from + length - 1; at < end; ) {
            int c = at(at);
            if (c == last && has(at - length + 1, ascii)) {
                return at - length + 1;
            }
            at += skip[c];
        }
        return -1;
    }
}
