package vn.lienthong.gateway.dossier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.gateway.digest.Sha256;

/**
 * Removes bytes that no record names: kept, and then the process went down or refused the document. A run looks at a bounded
 * number of contents and goes on where the last one ended.
 */
public final class SweepVault {

    private static final Logger LOG = LoggerFactory.getLogger(SweepVault.class);

    private final Vault vault;
    private final VaultReferences references;
    private final Settings settings;
    private Optional<Sha256> end = Optional.empty();

    /**
     * How long bytes are left alone.
     *
     * @param orphanAge bytes younger than this may still get a record; longer than any hand-in takes
     * @param refusedAge how long the bytes of a refused document are kept for who asks why
     * @param perRun contents looked at in one run
     */
    public record Settings(Duration orphanAge, Duration refusedAge, int perRun) {}

    public SweepVault(Vault vault, VaultReferences references, Settings settings) {
        this.vault = vault;
        this.references = references;
        this.settings = settings;
    }

    /** Looks at the next contents; returns how many were removed, half-written ones included. */
    public synchronized int sweep() {
        try {
            Vault.Page page = vault.olderThan(settings.orphanAge(), end, settings.perRun());
            Set<Sha256> named = references.among(page.digests(), settings.refusedAge());
            int removed = 0;
            for (Sha256 digest : page.digests()) {
                removed += !named.contains(digest) && vault.discard(digest, settings.orphanAge()) ? 1 : 0;
            }
            end = page.end();
            int halfWritten = vault.discardHalfWritten(settings.orphanAge());
            if (removed + halfWritten > 0) {
                LOG.info(
                        "vault: of {} old contents {} without a record were removed, and {} half-written ones",
                        page.digests().size(),
                        removed,
                        halfWritten);
            }
            return removed + halfWritten;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
