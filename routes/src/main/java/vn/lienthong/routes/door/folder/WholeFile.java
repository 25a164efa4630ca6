package vn.lienthong.routes.door.folder;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Files that are there whole or not at all: written under a name that nobody else uses, synced, renamed, and the name synced. What a power cut
 * leaves behind begins with {@link #UNFINISHED}.
 */
final class WholeFile {

    static final String UNFINISHED = ".dang-ghi-";

    /** Nobody writes one file for so long. */
    static final Duration LEFT_BEHIND = Duration.ofHours(1);

    private WholeFile() {}

    static void write(Path file, byte[] content) throws IOException {
        write(file, new ByteArrayInputStream(content));
    }

    /** Replaces what has the name. Where it fails, nothing of it stays. */
    static void write(Path file, InputStream content) throws IOException {
        String random = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        Path unfinished = file.resolveSibling(UNFINISHED + random);
        try {
            try (FileChannel channel = FileChannel.open(
                            unfinished,
                            StandardOpenOption.CREATE_NEW,
                            StandardOpenOption.WRITE,
                            LinkOption.NOFOLLOW_LINKS);
                    OutputStream out = Channels.newOutputStream(channel)) {
                if (SharedGroup.shares(unfinished.toAbsolutePath().getParent())) {
                    SharedGroup.letRead(unfinished);
                }
                content.transferTo(out);
                channel.force(true);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
        sync(file.toAbsolutePath().getParent());
    }

    /** Makes the names in a folder durable. */
    static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Removes what an earlier process did not finish: what is not older may be another node's, who writes it now. */
    static void clear(Path folder, Instant now) throws IOException {
        Instant old = now.minus(LEFT_BEHIND);
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, UNFINISHED + "*")) {
            for (Path one : left) {
                if (isBefore(one, old)) {
                    Files.deleteIfExists(one);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    private static boolean isBefore(Path file, Instant old) throws IOException {
        try {
            return Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS)
                    .toInstant()
                    .isBefore(old);
        } catch (NoSuchFileException finished) {
            return false;
        }
    }
}
