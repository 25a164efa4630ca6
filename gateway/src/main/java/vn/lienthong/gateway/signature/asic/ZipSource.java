package vn.lienthong.gateway.signature.asic;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.gateway.signature.SignedFile;

/** The bytes of an archive by position: on disk where they lie there, else in memory. */
final class ZipSource implements Closeable {
    private final @Nullable FileChannel channel;
    private final ByteBuffer memory;
    private final long length;

    private ZipSource(@Nullable FileChannel channel, ByteBuffer memory, long length) {
        this.channel = channel;
        this.memory = memory;
        this.length = length;
    }

    static ZipSource of(SignedFile file) throws IOException {
        Optional<Path> path = file.path();
        if (path.isPresent()) {
            FileChannel channel = FileChannel.open(path.get(), StandardOpenOption.READ);
            return new ZipSource(channel, ByteBuffer.allocate(0), channel.size());
        }
        ByteBuffer memory = ByteBuffer.wrap(file.all());
        return new ZipSource(null, memory, memory.remaining());
    }

    long length() {
        return length;
    }

    /** Exactly that many bytes. */
    byte[] read(long at, int count) throws IOException {
        if (at < 0 || count < 0 || at > length - count) {
            throw new ZipFault("archive at " + at + ": cut short (expected: " + count + " bytes)");
        }
        byte[] bytes = new byte[count];
        int read = 0;
        while (read < count) {
            int more = read(at + read, bytes, read, count - read);
            if (more <= 0) {
                throw new ZipFault("archive at " + at + ": cut short (expected: " + count + " bytes)");
            }
            read += more;
        }
        return bytes;
    }

    private int read(long at, byte[] into, int from, int count) throws IOException {
        if (channel != null) {
            return channel.read(ByteBuffer.wrap(into, from, count), at);
        }
        memory.get((int) at, into, from, count);
        return count;
    }

    /** A part of it as a stream; closing that leaves the archive open. */
    InputStream open(long from, long count) {
        return new Part(from, from + count);
    }

    private final class Part extends InputStream {
        private long at;
        private final long end;

        Part(long at, long end) {
            this.at = at;
            this.end = end;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int count) throws IOException {
            Objects.checkFromIndexSize(from, count, into.length);
            int wanted = (int) Math.min(count, end - at);
            if (wanted <= 0) {
                return count == 0 ? 0 : -1;
            }
            int read = ZipSource.this.read(at, into, from, wanted);
            at += Math.max(read, 0);
            return read;
        }
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }
}
