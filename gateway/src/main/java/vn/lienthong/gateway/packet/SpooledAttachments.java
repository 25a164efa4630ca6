package vn.lienthong.gateway.packet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.gateway.digest.Sha256;

/**
 * Keeps files in memory until a budget is used up, the rest in temporary files that go when this is closed. For one packet and
 * one thread.
 */
public final class SpooledAttachments implements AttachmentStore, AutoCloseable {

    private static final int FIRST_BYTES = 8192;

    private final Path folder;
    private final List<Path> files = new ArrayList<>();
    private int memoryLeftBytes;

    /**
     * @param folder where larger files are written; must exist
     * @param memoryBytes how much all contents together may take of the memory
     */
    public SpooledAttachments(Path folder, int memoryBytes) {
        if (memoryBytes < 0) {
            throw new IllegalArgumentException("memoryBytes: " + memoryBytes + " (expected: 0 or more)");
        }
        this.folder = folder;
        this.memoryLeftBytes = memoryBytes;
    }

    @Override
    public AttachmentSink open(String hint) {
        return new Sink();
    }

    /** Deletes the temporary files: contents that lie in them cannot be opened any more. */
    @Override
    public void close() throws IOException {
        IOException failure = null;
        for (Path file : files) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                failure = e;
            }
        }
        files.clear();
        if (failure != null) {
            throw failure;
        }
    }

    private final class Sink implements AttachmentSink {

        private byte[] memory = new byte[0];
        private int inMemory;
        private long length;
        private @Nullable Path file;
        private @Nullable OutputStream out;

        @Override
        public void write(byte[] buffer, int offset, int count) throws IOException {
            length += count;
            OutputStream toFile = out;
            if (toFile == null && count <= memoryLeftBytes) {
                keepInMemory(buffer, offset, count);
            } else {
                (toFile == null ? spill() : toFile).write(buffer, offset, count);
            }
        }

        private void keepInMemory(byte[] buffer, int offset, int count) {
            int needed = inMemory + count;
            if (needed > memory.length) {
                memory = Arrays.copyOf(memory, Math.max(needed, Math.max(FIRST_BYTES, 2 * memory.length)));
            }
            System.arraycopy(buffer, offset, memory, inMemory, count);
            inMemory = needed;
            memoryLeftBytes -= count;
        }

        /** The budget is used up: what is in memory moves to a file, and its share of the budget is free again. */
        private OutputStream spill() throws IOException {
            Path created = Files.createTempFile(folder, "attachment-", ".part");
            files.add(created);
            file = created;
            OutputStream opened = Files.newOutputStream(created);
            out = opened;
            opened.write(memory, 0, inMemory);
            releaseMemory();
            return opened;
        }

        private void releaseMemory() {
            memoryLeftBytes += inMemory;
            memory = new byte[0];
            inMemory = 0;
        }

        @Override
        public AttachmentContent finish(Sha256 digest) throws IOException {
            Path written = file;
            if (written == null) {
                byte[] bytes = inMemory == memory.length ? memory : Arrays.copyOf(memory, inMemory);
                inMemory = 0;
                return AttachmentContent.ofBytes(bytes, digest);
            }
            closeFile();
            file = null;
            return AttachmentContent.ofFile(written, length, digest);
        }

        @Override
        public void close() throws IOException {
            closeFile();
            releaseMemory();
            Path unfinished = file;
            if (unfinished != null) {
                file = null;
                files.remove(unfinished);
                Files.deleteIfExists(unfinished);
            }
        }

        private void closeFile() throws IOException {
            OutputStream open = out;
            if (open != null) {
                out = null;
                open.close();
            }
        }
    }
}
