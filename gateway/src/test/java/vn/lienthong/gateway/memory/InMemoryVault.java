package vn.lienthong.gateway.memory;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.Spool;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.dossier.Vault;

/** Bytes in a map; nothing of a spool lies in it before it is kept. */
final class InMemoryVault implements Vault {

    private final Map<Sha256, byte[]> kept = new ConcurrentHashMap<>();

    @Override
    public Spool open() {
        return new MemorySpool();
    }

    @Override
    public InputStream read(Sha256 digest) throws IOException {
        byte[] bytes = kept.get(digest);
        if (bytes == null) {
            throw new NoSuchFileException(digest.hex());
        }
        return new ByteArrayInputStream(bytes);
    }

    @Override
    public boolean holds(Sha256 digest) {
        return kept.containsKey(digest);
    }

    @Override
    public void sync(StoredBytes bytes) {
        // Nothing of it survives a power cut anyhow.
    }

    @Override
    public Optional<Path> file(Sha256 digest) {
        return Optional.empty();
    }

    @Override
    public void discard(Sha256 digest) {
        kept.remove(digest);
    }

    int size() {
        return kept.size();
    }

    private final class MemorySpool extends Spool {

        private final ByteArrayOutputStream written = new ByteArrayOutputStream();

        @Override
        public void write(int b) {
            written.write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            written.write(bytes, offset, length);
        }

        @Override
        public Sha256 digest() {
            return Sha256.of(written.toByteArray());
        }

        @Override
        public StoredBytes keep() {
            kept.putIfAbsent(digest(), written.toByteArray());
            return new StoredBytes(digest(), written.size());
        }

        @Override
        public void close() {
            // What was not kept goes with the spool.
        }
    }
}
