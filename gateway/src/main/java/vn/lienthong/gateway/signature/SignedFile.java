package vn.lienthong.gateway.signature;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file that is signed, or that a detached signature is over, wherever its bytes lie. They do not change while it lives.
 * What it is called is a stranger's word: for findings and for joining references, never for opening anything.
 */
public final class SignedFile {
    private final String name;
    private final long length;
    private final byte @Nullable [] bytes;
    private final @Nullable Path path;
    private final @Nullable Source source;
    private final boolean content;

    /** Bytes that are made when they are asked for, such as those packed in a container. */
    @FunctionalInterface
    public interface Source {
        /** The bytes from the start; the caller closes it. */
        InputStream open() throws IOException;
    }

    private SignedFile(
            String name,
            long length,
            byte @Nullable [] bytes,
            @Nullable Path path,
            @Nullable Source source,
            boolean content) {
        this.name = name;
        this.length = length;
        this.bytes = bytes;
        this.path = path;
        this.source = source;
        this.content = content;
    }

    /** Bytes in memory; the array is taken over, not copied. */
    public static SignedFile of(String name, byte[] bytes) {
        return new SignedFile(name, bytes.length, bytes, null, null, false);
    }

    /**
     * Bytes on disk.
     *
     * @throws IOException when its size cannot be read
     */
    public static SignedFile of(String name, Path path) throws IOException {
        return new SignedFile(name, Files.size(path), null, path, null, false);
    }

    /** Bytes that a source gives, the same each time. */
    public static SignedFile of(String name, long length, Source source) {
        return new SignedFile(name, length, null, null, source, false);
    }

    /** The same, said by whoever hands it in to be what a signature is over, whatever it is called. */
    public SignedFile asContent() {
        return new SignedFile(name, length, bytes, path, source, true);
    }

    /** Whether it was said to be what a signature is over; else it only lies beside it. */
    public boolean isContent() {
        return content;
    }

    /** What findings call it. */
    public String name() {
        return name;
    }

    /** In bytes. */
    public long length() {
        return length;
    }

    /** The bytes from the start; the caller closes it. */
    public InputStream open() throws IOException {
        if (source != null) {
            return source.open();
        }
        return bytes != null ? new ByteArrayInputStream(bytes) : Files.newInputStream(onDisk());
    }

    /**
     * Everything in memory: for what was found small enough. Not to be changed.
     *
     * @throws IOException when it cannot be read
     */
    public byte[] all() throws IOException {
        if (bytes != null) {
            return bytes;
        }
        try (InputStream in = open()) {
            return in.readAllBytes();
        }
    }

    /** Where it lies on disk, for who reads with random access. */
    public Optional<Path> path() {
        return Optional.ofNullable(path);
    }

    private Path onDisk() {
        if (path == null) {
            throw new IllegalStateException("signed file " + name + ": nowhere (expected: in memory or on disk)");
        }
        return path;
    }
}
