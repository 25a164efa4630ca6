package vn.lienthong.gateway.jdbc;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import vn.lienthong.gateway.digest.DigestingOutputStream;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.Spool;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.dossier.Vault;

/**
 * A vault of chunks in PostgreSQL, for several nodes on one database: bytes are durable and seen by every node as soon as
 * they are kept. Chunks are written under a spool id and get their digest when complete.
 */
public final class PostgresVault implements Vault {

    static final int CHUNK_BYTES = 1024 * 1024;

    private final Jdbi jdbi;
    private final Supplier<UUID> ids;

    public PostgresVault(Jdbi jdbi, Supplier<UUID> ids) {
        this.jdbi = jdbi;
        this.ids = ids;
    }

    @Override
    public Spool open() {
        return new ChunkSpool(ids.get());
    }

    @Override
    public InputStream read(Sha256 digest) throws IOException {
        return jdbi.withHandle(handle -> handle.createQuery("select content, length from vault where digest = :digest")
                        .bind("digest", digest.hex())
                        .map((row, context) -> new ChunkStream(Columns.uuid(row, "content"), row.getLong("length")))
                        .findOne())
                .orElseThrow(() -> new NoSuchFileException(digest.hex()));
    }

    @Override
    public boolean holds(Sha256 digest) {
        return jdbi.withHandle(handle -> handle.createQuery("select true from vault where digest = :digest")
                .bind("digest", digest.hex())
                .mapTo(Boolean.class)
                .findOne()
                .isPresent());
    }

    @Override
    public void sync(StoredBytes bytes) {
        // Committed with the last chunk.
    }

    @Override
    public Optional<Path> file(Sha256 digest) {
        return Optional.empty();
    }

    @Override
    public void discard(Sha256 digest) {
        jdbi.useTransaction(handle -> handle.createQuery("delete from vault where digest = :digest returning content")
                .bind("digest", digest.hex())
                .mapTo(UUID.class)
                .findOne()
                .ifPresent(content -> deleteChunks(handle, content)));
    }

    private static void deleteChunks(Handle handle, UUID content) {
        handle.createUpdate("delete from vault_chunk where content = :content")
                .bind("content", content)
                .execute();
    }

    private final class ChunkSpool extends Spool {

        private final UUID content;
        private final ByteArrayOutputStream buffer = new ByteArrayOutputStream();
        private final DigestingOutputStream digesting = new DigestingOutputStream(OutputStream.nullOutputStream());
        private Optional<Sha256> digest = Optional.empty();
        private int chunks;
        private boolean kept;

        ChunkSpool(UUID content) {
            this.content = content;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            digesting.write(bytes, offset, length);
            int from = offset;
            int left = length;
            while (left > 0) {
                int part = Math.min(left, CHUNK_BYTES - buffer.size());
                buffer.write(bytes, from, part);
                from += part;
                left -= part;
                if (buffer.size() == CHUNK_BYTES) {
                    flushChunk();
                }
            }
        }

        private void flushChunk() {
            byte[] bytes = buffer.toByteArray();
            buffer.reset();
            int place = chunks++;
            jdbi.useHandle(handle -> handle.createUpdate(
                            "insert into vault_chunk (content, place, bytes) values (:content, :place, :bytes)")
                    .bind("content", content)
                    .bind("place", place)
                    .bind("bytes", bytes)
                    .execute());
        }

        @Override
        public Sha256 digest() {
            if (digest.isEmpty()) {
                digest = Optional.of(digesting.digest());
            }
            return digest.get();
        }

        @Override
        public StoredBytes keep() {
            Sha256 name = digest();
            if (buffer.size() > 0) {
                flushChunk();
            }
            jdbi.useTransaction(handle -> {
                int added = handle.createUpdate(
                                """
                                insert into vault (digest, content, length) values (:digest, :content, :length)
                                on conflict (digest) do nothing
                                """)
                        .bind("digest", name.hex())
                        .bind("content", content)
                        .bind("length", digesting.count())
                        .execute();
                if (added == 0) {
                    deleteChunks(handle, content);
                }
            });
            kept = true;
            return new StoredBytes(name, digesting.count());
        }

        @Override
        public void close() {
            if (!kept && chunks > 0) {
                jdbi.useHandle(handle -> deleteChunks(handle, content));
            }
        }
    }

    private final class ChunkStream extends InputStream {

        private final UUID content;
        private long left;
        private byte[] chunk = new byte[0];
        private int at;
        private int next;

        ChunkStream(UUID content, long length) {
            this.content = content;
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (at == chunk.length && !fill()) {
                return -1;
            }
            int part = Math.min(length, chunk.length - at);
            System.arraycopy(chunk, at, bytes, offset, part);
            at += part;
            return part;
        }

        /** A document with a chunk missing must not pass for a shorter one. */
        private boolean fill() throws IOException {
            if (left == 0) {
                return false;
            }
            int place = next++;
            Optional<byte[]> found = jdbi.withHandle(handle -> handle.createQuery(
                            "select bytes from vault_chunk where content = :content and place = :place")
                    .bind("content", content)
                    .bind("place", place)
                    .mapTo(byte[].class)
                    .findOne());
            chunk = found.orElseThrow(
                    () -> new EOFException("vault: " + left + " bytes missing (expected: chunk " + place + ")"));
            left -= chunk.length;
            at = 0;
            return true;
        }
    }
}
