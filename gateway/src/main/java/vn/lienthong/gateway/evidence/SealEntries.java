package vn.lienthong.gateway.evidence;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Puts the gateway's seal under all entries that have none yet (cycle of a document, step 14). */
public final class SealEntries {

    private static final int BATCH = 10_000;

    private final Seals seals;
    private final EvidenceSigner signer;
    private final Clock clock;
    private final boolean stamped;

    /** @param stamped whether seals wait for a timestamp: where an authority is configured */
    public SealEntries(Seals seals, EvidenceSigner signer, Clock clock, boolean stamped) {
        this.seals = seals;
        this.signer = signer;
        this.clock = clock;
        this.stamped = stamped;
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
        return seals.sealNext(BATCH, stamped, unsealed -> {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            return Seal.over(unsealed.hashes(), unsealed.last(), now, signer);
        });
    }
}
