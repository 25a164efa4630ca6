package vn.lienthong.routes.platform.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import vn.lienthong.gateway.digest.DigestingOutputStream;
import vn.lienthong.gateway.digest.Sha256;

/** A backup being written: a ZIP beside its place, readable by its owner only, that gets its name when it is whole and on disk. */
final class BackupFile implements AutoCloseable {
    private final Path file;
    private final Path fresh;
    private final FileChannel channel;
    private final DigestingOutputStream whole;
    private final ZipOutputStream zip;

    private BackupFile(Path file, Path fresh, FileChannel channel) {
        this.file = file;
        this.fresh = fresh;
        this.channel = channel;
        this.whole = new DigestingOutputStream(new java.io.BufferedOutputStream(Channels.newOutputStream(channel)));
        this.zip = new ZipOutputStream(whole);
        zip.setLevel(Deflater.BEST_SPEED);
    }

    /** Writes one part's bytes. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    static BackupFile begin(Path file) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(fresh);
        FileChannel channel = FileChannel.open(
                fresh,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return new BackupFile(file, fresh, channel);
    }

    Manifest.Part add(String name, Content content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        DigestingOutputStream part = new DigestingOutputStream(new KeepOpen(zip));
        content.writeTo(part);
        part.flush();
        zip.closeEntry();
        return new Manifest.Part(name, part.count(), part.digest().hex());
    }

    /** A file's bytes; empty, and nothing written, where it is gone: a part once begun cannot be taken back. */
    Optional<Manifest.Part> addFile(String name, Path source) throws IOException {
        try (InputStream bytes = Files.newInputStream(source)) {
            return Optional.of(add(name, bytes::transferTo));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        }
    }

    /** The manifest goes in last; then the file is synced and gets its name. Returns the SHA-256 of the whole file. */
    Sha256 finish(Manifest manifest) throws IOException {
        byte[] json = manifest.json();
        add(Manifest.NAME, out -> out.write(json));
        zip.finish();
        zip.flush();
        whole.flush();
        channel.force(true);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
        return whole.digest();
    }

    /** Leaves nothing behind where it was not finished. */
    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(fresh);
    }

    /** Whoever writes a part closes its own stream, not the file. */
    private static final class KeepOpen extends FilterOutputStream {
        KeepOpen(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
