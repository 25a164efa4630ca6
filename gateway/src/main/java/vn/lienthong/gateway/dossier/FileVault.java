package vn.lienthong.gateway.dossier;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import vn.lienthong.gateway.digest.DigestingOutputStream;
import vn.lienthong.gateway.digest.Sha256;

/**
 * A vault of files on one node: {@code <root>/ab/cd/<digest>}, written under {@code <root>/spool} first and renamed when
 * complete, so that a name always stands for whole bytes.
 *
 * <p>Syncing runs beside the reading and checking of the document and is waited for before the record commits: file
 * first, then the directories that hold its name.
 */
public final class FileVault implements Vault {

    private static final int BUFFER_BYTES = 64 * 1024;

    /** Keeping and deleting the same bytes exclude each other; others, as good as never. */
    private static final int LOCKS = 64;

    private final Path root;
    private final DigestTree tree;
    private final Path spools;
    private final Executor syncing;
    private final Map<Sha256, CompletableFuture<Void>> pending = new ConcurrentHashMap<>();
    private final List<Lock> locks =
            Stream.<Lock>generate(ReentrantLock::new).limit(LOCKS).toList();

    /**
     * Opens a vault in a folder.
     *
     * @param root is made where missing; what lies in its spool folder is left over from a crash and deleted
     * @param syncing runs the syncs; must not be the caller's own thread under load
     */
    public FileVault(Path root, Executor syncing) throws IOException {
        this.root = root.toAbsolutePath();
        this.tree = new DigestTree(this.root);
        this.spools = this.root.resolve("spool");
        this.syncing = syncing;
        Files.createDirectories(spools);
        try (var leftOver = Files.list(spools)) {
            for (Path path : leftOver.toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    @Override
    public Spool open() throws IOException {
        return new FileSpool(Files.createTempFile(spools, "in", ".part"));
    }

    @Override
    public InputStream read(Sha256 digest) throws IOException {
        return Files.newInputStream(path(digest));
    }

    @Override
    public boolean holds(Sha256 digest) {
        return Files.exists(path(digest));
    }

    @Override
    public Optional<Path> file(Sha256 digest) {
        Path path = path(digest);
        return Files.exists(path) ? Optional.of(path) : Optional.empty();
    }

    @Override
    public void sync(StoredBytes bytes) throws IOException {
        CompletableFuture<Void> running = pending.get(bytes.digest());
        if (running == null) {
            // Nobody here is syncing it: either it is durable, or its bytes came before a crash. Syncing twice is
            // cheap.
            syncNow(path(bytes.digest()));
            return;
        }
        try {
            running.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof UncheckedIOException io) {
                throw io.getCause();
            }
            throw e;
        }
    }

    @Override
    public Page olderThan(Duration age, Optional<Sha256> after, int limit) throws IOException {
        return tree.before(now().minus(age), after, limit);
    }

    @Override
    public boolean discard(Sha256 digest, Duration age) throws IOException {
        Instant before = now().minus(age);
        Lock lock = lock(digest);
        lock.lock();
        try {
            // Kept again since it was seen: then it is young, or about to be written under the same lock.
            return tree.isBefore(digest, before) && Files.deleteIfExists(path(digest));
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int discardHalfWritten(Duration age) throws IOException {
        Instant before = now().minus(age);
        int discarded = 0;
        try (Stream<Path> parts = Files.list(spools)) {
            for (Path part : parts.toList()) {
                if (Files.exists(part)
                        && Files.getLastModifiedTime(part).toInstant().isBefore(before)) {
                    discarded += Files.deleteIfExists(part) ? 1 : 0;
                }
            }
        }
        return discarded;
    }

    /** By the clock that dates the files, which need not be this machine's. */
    private Instant now() throws IOException {
        Path mark = Files.createTempFile(spools, "clock", ".part");
        try {
            return Files.getLastModifiedTime(mark).toInstant();
        } finally {
            Files.deleteIfExists(mark);
        }
    }

    private Lock lock(Sha256 digest) {
        return locks.get(Math.floorMod(digest.hashCode(), LOCKS));
    }

    private Path path(Sha256 digest) {
        return tree.path(digest);
    }

    private void syncNow(Path path) throws IOException {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE)) {
            file.force(true);
        }
        for (Path folder = path.getParent(); !folder.equals(root.getParent()); folder = folder.getParent()) {
            try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
                directory.force(true);
            }
        }
    }

    /** A failed sync stays, so that whoever waits for it learns of the failure. */
    @SuppressWarnings("FutureReturnValueIgnored")
    private void forgetWhenDone(Sha256 name, CompletableFuture<Void> sync) {
        sync.thenRun(() -> pending.remove(name, sync));
    }

    private final class FileSpool extends Spool {

        private final Path part;
        private final DigestingOutputStream digesting;
        private final OutputStream out;
        private Optional<Sha256> digest = Optional.empty();

        FileSpool(Path part) throws IOException {
            this.part = part;
            this.digesting = new DigestingOutputStream(Files.newOutputStream(part));
            this.out = new BufferedOutputStream(digesting, BUFFER_BYTES);
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public Sha256 digest() throws IOException {
            if (digest.isEmpty()) {
                out.close();
                digest = Optional.of(digesting.digest());
            }
            return digest.get();
        }

        @Override
        public StoredBytes keep() throws IOException {
            Sha256 name = digest();
            Path path = path(name);
            Files.createDirectories(path.getParent());
            Lock lock = lock(name);
            lock.lock();
            try {
                // The part's date comes with it: it was written just now, so the bytes are young again.
                Files.move(part, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                lock.unlock();
            }
            CompletableFuture<Void> sync = CompletableFuture.runAsync(
                    () -> {
                        try {
                            syncNow(path);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    },
                    syncing);
            pending.put(name, sync);
            forgetWhenDone(name, sync);
            return new StoredBytes(name, digesting.count());
        }

        @Override
        public void close() throws IOException {
            out.close();
            Files.deleteIfExists(part);
        }
    }
}
