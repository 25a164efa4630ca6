package vn.lienthong.gateway.dossier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.digest.Sha256;

/**
 * Bytes by digest: kept as they came, never re-serialised, never changed. Equal bytes are kept once.
 *
 * <p>{@link Spool#keep()} makes bytes readable at once and starts to make them durable; {@link #sync} waits until a power
 * cut can no longer take them. Whoever commits a record that names the bytes calls {@link #sync} first.
 *
 * <p>Bytes have an age, by the vault's own clock: it begins anew whenever they are kept. What is older than any
 * hand-in can take and is named by no record is swept.
 */
public interface Vault {

    /** Opens a place to write one document to; closing it without {@link Spool#keep()} leaves nothing behind. */
    Spool open() throws IOException;

    /**
     * Reads bytes from their beginning.
     *
     * @throws java.nio.file.NoSuchFileException when nothing lies under the digest
     */
    InputStream read(Sha256 digest) throws IOException;

    boolean holds(Sha256 digest) throws IOException;

    /**
     * Returns once the bytes and their name survive a power cut.
     *
     * @throws IOException when they cannot be made durable, or are not there any more: then no record may name them
     */
    void sync(StoredBytes bytes) throws IOException;

    /** The file that holds the bytes, where the vault keeps files: random access without a copy. */
    Optional<Path> file(Sha256 digest);

    /**
     * Bytes that are older than an age, in the order of their digests.
     *
     * @param after where the last page ended; empty begins anew
     * @param limit of contents; fewer may come though there are more
     */
    Page olderThan(Duration age, Optional<Sha256> after, int limit) throws IOException;

    /**
     * Deletes bytes that no record names, if they are still older than the age: the caller looked for records after it saw
     * them that old, and whoever keeps the same bytes meanwhile makes them young.
     *
     * @return whether they were there, old, and are gone
     */
    boolean discard(Sha256 digest, Duration age) throws IOException;

    /**
     * Deletes what writers left half-written when they went down.
     *
     * @return how many contents
     */
    int discardHalfWritten(Duration age) throws IOException;

    /**
     * A page of {@link #olderThan}.
     *
     * @param end where the next page begins after; empty when this was the last one
     */
    record Page(List<Sha256> digests, Optional<Sha256> end) {}
}
