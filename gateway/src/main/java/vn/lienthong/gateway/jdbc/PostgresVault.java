package vn.lienthong.gateway.jdbc;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    private static final int HALF_WRITTEN_AT_ONCE = 100;

    /** By the database's clock, which dates the rows. */
    private static final String BEFORE = "clock_timestamp() - cast(:seconds || ' seconds' as interval)";

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
    public void sync(StoredBytes bytes) throws IOException {
        // Committed with the last chunk; that they are there still is all there is to ask.
        if (!holds(bytes.digest())) {
            throw new NoSuchFileException(bytes.digest().hex());
        }
    }

    @Override
    public Optional<Path> file(Sha256 digest) {
        return Optional.empty();
    }

    @Override
    public Page olderThan(Duration age, Optional<Sha256> after, int limit) {
        List<Sha256> looked = new ArrayList<>();
        List<Sha256> old = new ArrayList<>();
        jdbi.useHandle(handle -> handle.createQuery("select digest, kept_at < " + BEFORE
                        + " as old from vault where digest > :after order by digest limit :limit")
                .bind("seconds", Long.toString(age.toSeconds()))
                .bind("after", after.map(Sha256::hex).orElse(""))
                .bind("limit", limit)
                .map((row, context) -> Map.entry(new Sha256(row.getString("digest")), row.getBoolean("old")))
                .forEach(one -> {
                    looked.add(one.getKey());
                    if (one.getValue()) {
                        old.add(one.getKey());
                    }
                }));
        return new Page(old, looked.size() == limit ? Optional.of(looked.getLast()) : Optional.empty());
    }

    /** The row is the lock: who keeps the same bytes touches it, and waits for this or is waited for. */
    @Override
    public boolean discard(Sha256 digest, Duration age) {
        return jdbi.inTransaction(handle -> {
            Optional<UUID> content = handle.createQuery(
                            "delete from vault where digest = :digest and kept_at < " + BEFORE + " returning content")
                    .bind("digest", digest.hex())
                    .bind("seconds", Long.toString(age.toSeconds()))
                    .mapTo(UUID.class)
                    .findOne();
            content.ifPresent(gone -> deleteChunks(handle, gone));
            return content.isPresent();
        });
    }

    @Override
    public int discardHalfWritten(Duration age) {
        return jdbi.inTransaction(handle -> {
            List<UUID> left = handle.createQuery(
                            "delete from vault_spool where content in (select content from vault_spool where written_at < "
                                    + BEFORE
                                    + " order by written_at limit :limit for update skip locked) returning content")
                    .bind("seconds", Long.toString(age.toSeconds()))
                    .bind("limit", HALF_WRITTEN_AT_ONCE)
                    .mapTo(UUID.class)
                    .list();
            left.forEach(content -> deleteChunks(handle, content));
            return left.size();
        });
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

        private void flushChunk() throws IOException {
            byte[] bytes = buffer.toByteArray();
            buffer.reset();
            int place = chunks++;
            jdbi.useTransaction(handle -> {
                int marked = handle.createUpdate(
                                place == 0
                                        ? "insert into vault_spool (content) values (:content)"
                                        : "update vault_spool set written_at = clock_timestamp() where content = :content")
                        .bind("content", content)
                        .execute();
                requireWriting(marked == 1);
                handle.createUpdate("insert into vault_chunk (content, place, bytes) values (:content, :place, :bytes)")
                        .bind("content", content)
                        .bind("place", place)
                        .bind("bytes", bytes)
                        .execute();
            });
        }

        /** Who is silent for too long is taken for gone, and what it wrote for half-written. */
        private void requireWriting(boolean writing) throws IOException {
            if (!writing) {
                throw new IOException("vault: silent for so long that it was swept (expected: to be written on)");
            }
        }

        /** The writing is over; false when it was taken for half-written before. */
        private boolean endWriting(Handle handle) {
            int ended = handle.createUpdate("delete from vault_spool where content = :content")
                    .bind("content", content)
                    .execute();
            return chunks == 0 || ended == 1;
        }

        @Override
        public Sha256 digest() {
            if (digest.isEmpty()) {
                digest = Optional.of(digesting.digest());
            }
            return digest.get();
        }

        @Override
        public StoredBytes keep() throws IOException {
            Sha256 name = digest();
            if (buffer.size() > 0) {
                flushChunk();
            }
            jdbi.useTransaction(handle -> {
                requireWriting(endWriting(handle));
                UUID holding = handle.createQuery(
                                """
                                insert into vault (digest, content, length, kept_at)
                                values (:digest, :content, :length, clock_timestamp())
                                on conflict (digest) do update set kept_at = clock_timestamp() returning content
                                """)
                        .bind("digest", name.hex())
                        .bind("content", content)
                        .bind("length", digesting.count())
                        .mapTo(UUID.class)
                        .one();
                if (!holding.equals(content)) {
                    deleteChunks(handle, content);
                }
            });
            kept = true;
            return new StoredBytes(name, digesting.count());
        }

        @Override
        public void close() {
            if (!kept && chunks > 0) {
                jdbi.useTransaction(handle -> {
                    endWriting(handle);
                    deleteChunks(handle, content);
                });
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
