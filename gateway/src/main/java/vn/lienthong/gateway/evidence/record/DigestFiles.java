package vn.lienthong.gateway.evidence.record;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.gateway.digest.DigestingInputStream;
import vn.lienthong.gateway.digest.Sha256;

/** Digests files of the vault with another digest, so many at a time. */
public final class DigestFiles {

    private static final Logger LOG = LoggerFactory.getLogger(DigestFiles.class);

    /** Of more nobody remembers that they failed; they only lose their place in the row. */
    private static final int MOST_REMEMBERED = 1_000_000;

    private final Content vault;
    private final Limits limits;
    private final AtomicLong turns = new AtomicLong();
    private final Map<Sha256, Long> failed = new ConcurrentHashMap<>();

    /** Where files lie by their SHA-256. */
    @FunctionalInterface
    public interface Content {

        /**
         * Reads a file from its beginning.
         *
         * @throws NoSuchFileException when it is not there
         */
        InputStream read(Sha256 file) throws IOException;
    }

    /**
     * How much is read in one step; the first file is read whatever its size.
     *
     * @param files most
     * @param bytes no further file once so many were read
     */
    public record Limits(int files, long bytes) {}

    public DigestFiles(Content vault, Limits limits) {
        this.vault = vault;
        this.limits = limits;
    }

    /**
     * What a step came to.
     *
     * @param digests by the files' SHA-256
     * @param allTried whether each file that was asked for has a digest now, or failed since this process began
     * @param fault what the last file failed with; empty where none did
     */
    record Step(Map<Sha256, byte[]> digests, boolean allTried, String fault) {}

    /**
     * The digests of some of the files. One that is not there, cannot be read or is not as it was received is passed over and comes
     * behind the others the next time: mostly that is the vault's fault, and over.
     */
    Step with(ArchiveHash hash, Collection<Sha256> files) {
        Map<Sha256, byte[]> made = new LinkedHashMap<>();
        String fault = "";
        long bytes = 0;
        int tried = 0;
        for (Sha256 file : inTurn(files)) {
            if (tried > 0 && (tried >= limits.files() || bytes >= limits.bytes())) {
                break;
            }
            tried++;
            try (DigestingInputStream content = new DigestingInputStream(vault.read(file))) {
                byte[] digest = hash.of(content);
                bytes += content.count();
                if (!content.digest().equals(file)) {
                    throw new IOException(file.hex() + ": other bytes (expected: as they were received)");
                }
                made.put(file, digest);
                failed.remove(file);
            } catch (IOException unreadable) {
                fault = String.valueOf(unreadable.getMessage());
                LOG.info("vault: {} cannot be digested anew now: {}", file.hex(), fault);
                failed.put(file, turns.incrementAndGet());
            }
        }
        boolean allTried = files.stream().allMatch(file -> made.containsKey(file) || failed.containsKey(file));
        return new Step(made, allTried, fault);
    }

    /** Those that never failed first, then those whose failure is longest ago. */
    private List<Sha256> inTurn(Collection<Sha256> files) {
        if (failed.size() > MOST_REMEMBERED) {
            failed.clear();
        }
        Map<Sha256, Long> turn = new HashMap<>();
        files.forEach(file -> turn.put(file, failed.getOrDefault(file, 0L)));
        return files.stream().sorted(Comparator.comparing(turn::get)).toList();
    }
}
