package vn.lienthong.gateway.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.DossierId;

/** Where seals over entries and receipts about dossiers are kept. */
public interface Seals {

    /**
     * Seals at most {@code limit} entries that no seal covers yet, in one transaction; two nodes never seal the same.
     *
     * @param sealing makes the seal from the entries' hashes, in order, and the root of the seal before
     * @return how many entries were sealed
     */
    int sealNext(int limit, Function<Unsealed, Seal> sealing);

    /** What a seal is made of. */
    record Unsealed(List<Sha256> hashes, Sha256 previousRoot) {}

    /**
     * The gateway's word for a batch of entries.
     *
     * @param signature CMS over the seal's content
     */
    record Seal(Instant at, int entries, Sha256 root, Sha256 previous, byte[] signature) {}

    Optional<Receipt> receipt(DossierId dossier);

    /** Keeps the receipt unless there is one; returns the one that is kept. */
    Receipt keep(DossierId dossier, Receipt receipt);

    /**
     * The gateway's word for one document.
     *
     * @param content JSON text, exactly as signed
     * @param signature CMS SignedData that holds the content
     */
    record Receipt(Instant madeAt, String content, byte[] signature) {}
}
