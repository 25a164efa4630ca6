package vn.lienthong.gateway.signature.path;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.gateway.digest.Sha256;

/**
 * Keeps OCSP answers across restarts, between processes, and as the proof that a verdict rested on: bytes by their digest.
 * One that a newer one took the place of stays.
 */
public interface OcspStore {

    /**
     * One answer as it is kept.
     *
     * @param digest of the bytes
     * @param about the issuer's key and the serial number that it speaks of
     * @param der the {@code OCSPResponse}
     * @param address where it was fetched
     * @param useful until when it may answer; null where for good, as a revocation that is no mere hold
     */
    record Kept(Sha256 digest, String about, byte[] der, URI address, Instant thisUpdate, @Nullable Instant useful) {}

    /**
     * The newest answer about each certificate among those that came after a number and are of use at an instant, by their
     * numbers in the order of their coming.
     */
    Map<Long, Sha256> newest(long after, Instant useful);

    /** The answer of a digest. */
    Optional<Kept> read(Sha256 digest);

    /** Keeps an answer; one that is kept already stays as it is. */
    void put(Kept answer);

    /** Forgets answers that were issued before an instant; returns how many. */
    int forget(Instant before);

    /** One that forgets at the end of the process. */
    static OcspStore inMemory() {
        return new MemoryOcspStore();
    }
}
