package vn.lienthong.routes.door.folder;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Files that are there whole or not at all: written under another name, synced, renamed, and the name synced. What a power cut
 * leaves behind begins with {@link #UNFINISHED}.
 */
final class WholeFile {

    static final String UNFINISHED = ".dang-ghi-";

    private WholeFile() {}

    static void write(Path file, byte[] content) throws IOException {
        write(file, new ByteArrayInputStream(content));
    }

    /** Replaces what has the name. Where it fails, nothing of it stays. */
    static void write(Path file, InputStream content) throws IOException {
        Path unfinished = file.resolveSibling(UNFINISHED + file.getFileName());
        Files.deleteIfExists(unfinished);
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

    /** Removes what an earlier process did not finish. */
    static void clear(Path folder) throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, UNFINISHED + "*")) {
            for (Path one : left) {
                Files.deleteIfExists(one);
            }
        }
    }
}
