package vn.lienthong.gateway.memory;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.Spool;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.dossier.Vault;

/** Bytes in a map. They grow old only when a test says so. */
final class InMemoryVault implements Vault {

    /** @param age how old a test made them */
    private record Kept(byte[] bytes, Duration age) {}

    private final Map<Sha256, Kept> kept = new HashMap<>();
    private final Map<MemorySpool, Duration> halfWritten = new HashMap<>();
    private final Set<MemorySpool> swept = new HashSet<>();

    @Override
    public synchronized Spool open() {
        MemorySpool spool = new MemorySpool();
        halfWritten.put(spool, Duration.ZERO);
        return spool;
    }

    @Override
    public synchronized InputStream read(Sha256 digest) throws IOException {
        Kept found = kept.get(digest);
        if (found == null) {
            throw new NoSuchFileException(digest.hex());
        }
        return new ByteArrayInputStream(found.bytes());
    }

    @Override
    public synchronized boolean holds(Sha256 digest) {
        return kept.containsKey(digest);
    }

    @Override
    public synchronized void sync(StoredBytes bytes) throws IOException {
        if (!kept.containsKey(bytes.digest())) {
            throw new NoSuchFileException(bytes.digest().hex());
        }
    }

    @Override
    public Optional<Path> file(Sha256 digest) {
        return Optional.empty();
    }

    @Override
    public synchronized Page olderThan(Duration age, Optional<Sha256> after, int limit) {
        List<Sha256> looked = kept.keySet().stream()
                .filter(digest -> after.isEmpty() || digest.compareTo(after.get()) > 0)
                .sorted()
                .limit(limit)
                .toList();
        List<Sha256> old = looked.stream()
                .filter(digest -> kept.get(digest).age().compareTo(age) > 0)
                .toList();
        return new Page(old, looked.size() == limit ? Optional.of(looked.getLast()) : Optional.empty());
    }

    @Override
    public synchronized boolean discard(Sha256 digest, Duration age) {
        Kept found = kept.get(digest);
        return found != null && found.age().compareTo(age) > 0 && kept.remove(digest, found);
    }

    @Override
    public synchronized int discardHalfWritten(Duration age) {
        List<MemorySpool> old = halfWritten.entrySet().stream()
                .filter(entry -> entry.getValue().compareTo(age) > 0)
                .map(Map.Entry::getKey)
                .toList();
        halfWritten.keySet().removeAll(old);
        swept.addAll(old);
        return old.size();
    }

    synchronized void makeOld(Sha256 digest, Duration beyond) {
        kept.computeIfPresent(digest, (key, found) -> new Kept(found.bytes(), beyond.plusMinutes(1)));
    }

    synchronized void makeHalfWrittenOld(Duration beyond) {
        halfWritten.replaceAll((spool, age) -> beyond.plusMinutes(1));
    }

    synchronized int size() {
        return kept.size() + halfWritten.size();
    }

    private synchronized StoredBytes keep(MemorySpool spool) throws IOException {
        if (swept.contains(spool)) {
            throw new NoSuchFileException("spool: swept");
        }
        halfWritten.remove(spool);
        byte[] bytes = spool.written.toByteArray();
        Sha256 digest = Sha256.of(bytes);
        kept.put(digest, new Kept(bytes, Duration.ZERO));
        return new StoredBytes(digest, bytes.length);
    }

    private synchronized void forget(MemorySpool spool) {
        halfWritten.remove(spool);
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
        public StoredBytes keep() throws IOException {
            return InMemoryVault.this.keep(this);
        }

        @Override
        public void close() {
            forget(this);
        }
    }
}
