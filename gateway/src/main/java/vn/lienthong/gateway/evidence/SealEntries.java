package vn.lienthong.gateway.evidence;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.Facts;

/** Puts the gateway's seal under all entries that have none yet (cycle of a document, step 14). */
public final class SealEntries {

    private static final int BATCH = 10_000;

    private final Seals seals;
    private final EvidenceSigner signer;
    private final Clock clock;

    public SealEntries(Seals seals, EvidenceSigner signer, Clock clock) {
        this.seals = seals;
        this.signer = signer;
        this.clock = clock;
    }

    /** Seals all there is, batch by batch; returns how many entries were covered. */
    public int seal() {
        int sealed = 0;
        int batch;
        do {
            batch = sealBatch();
            sealed += batch;
        } while (batch == BATCH);
        return sealed;
    }

    private int sealBatch() {
        return seals.sealNext(BATCH, unsealed -> {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            Sha256 root = MerkleTree.root(unsealed.hashes());
            int entries = unsealed.hashes().size();
            String content = Facts.with("format", "lienthong-seal-1")
                    .and("at", now)
                    .and("entries", entries)
                    .and("root", root.hex())
                    .and("previous", unsealed.previousRoot().hex())
                    .json();
            byte[] signature = signer.sign(content.getBytes(StandardCharsets.UTF_8));
            return new Seals.Seal(now, entries, root, unsealed.previousRoot(), signature);
        });
    }
}
