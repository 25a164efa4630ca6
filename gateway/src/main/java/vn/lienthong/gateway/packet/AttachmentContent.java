package vn.lienthong.gateway.packet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.gateway.digest.Sha256;

/**
 * The bytes of one file, wherever they lie: in memory, in a file, in a vault. Two contents are equal when their bytes are,
 * which their digest says.
 */
public final class AttachmentContent {

    private final Sha256 digest;
    private final long lengthBytes;
    private final Opener opener;
    private final byte @Nullable [] bytes;
    private final @Nullable Path file;

    private AttachmentContent(
            Sha256 digest, long lengthBytes, Opener opener, byte @Nullable [] bytes, @Nullable Path file) {
        this.digest = digest;
        this.lengthBytes = lengthBytes;
        this.opener = opener;
        this.bytes = bytes;
        this.file = file;
    }

    /** Bytes in memory; the array is taken over, not copied. */
    public static AttachmentContent ofBytes(byte[] bytes) {
        return ofBytes(bytes, Sha256.of(bytes));
    }

    /** Bytes in memory whose digest is already known. */
    public static AttachmentContent ofBytes(byte[] bytes, Sha256 digest) {
        return new AttachmentContent(digest, bytes.length, () -> new ByteArrayInputStream(bytes), bytes, null);
    }

    /** Bytes in a file that nobody changes while this content lives. */
    public static AttachmentContent ofFile(Path file, long lengthBytes, Sha256 digest) {
        return new AttachmentContent(digest, lengthBytes, () -> Files.newInputStream(file), null, file);
    }

    /** Bytes that are opened elsewhere, such as in a vault. */
    public static AttachmentContent of(Sha256 digest, long lengthBytes, Opener opener) {
        return new AttachmentContent(digest, lengthBytes, opener, null, null);
    }

    /** Bytes, not characters. */
    public long length() {
        return lengthBytes;
    }

    /** SHA-256 of the file itself: after base64, after the wrapping ZIP. */
    public Sha256 digest() {
        return digest;
    }

    /** The bytes from the start; the caller closes it. */
    public InputStream open() throws IOException {
        return opener.open();
    }

    /** The file they lie in, for who reads with random access. */
    public Optional<Path> file() {
        return Optional.ofNullable(file);
    }

    /** The bytes themselves where they lie in memory: not a copy, not to be changed. */
    public Optional<byte[]> bytes() {
        return Optional.ofNullable(bytes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AttachmentContent that && digest.equals(that.digest) && lengthBytes == that.lengthBytes;
    }

    @Override
    public int hashCode() {
        return digest.hashCode();
    }

    @Override
    public String toString() {
        return digest + " (" + lengthBytes + " bytes)";
    }

    /** Opens the bytes anew. */
    @FunctionalInterface
    public interface Opener {
        InputStream open() throws IOException;
    }
}
