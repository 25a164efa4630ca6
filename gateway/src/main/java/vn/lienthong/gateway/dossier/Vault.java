package vn.lienthong.gateway.dossier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import vn.lienthong.gateway.digest.Sha256;

/**
 * Bytes by digest: kept as they came, never re-serialised, never changed. Equal bytes are kept once.
 *
 * <p>{@link Spool#keep()} makes bytes readable at once and starts to make them durable; {@link #sync} waits until a power
 * cut can no longer take them. Whoever commits a record that names the bytes calls {@link #sync} first.
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

    /** Returns once the bytes and their name survive a power cut. */
    void sync(StoredBytes bytes) throws IOException;

    /** The file that holds the bytes, where the vault keeps files: random access without a copy. */
    Optional<Path> file(Sha256 digest);

    /** Deletes bytes that no record names; refuses silently what is not there. */
    void discard(Sha256 digest) throws IOException;
}
