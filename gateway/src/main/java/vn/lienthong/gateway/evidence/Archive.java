package vn.lienthong.gateway.evidence;

import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.DossierId;

/** All evidence there is, page by page; each page is as of one instant, while the gateway may go on writing. */
public interface Archive {

    Size size();

    /** How much there is to look at. */
    record Size(long dossiers, long seals, long unsealedEntries) {}

    /** Dossiers behind this one, in a fixed order; none at the end. */
    List<Chain> chains(Optional<DossierId> behind, int limit);

    /**
     * One dossier's entries.
     *
     * @param lastSequence what the dossier's own row says of its last entry
     * @param lastHash likewise
     */
    record Chain(DossierId dossier, int lastSequence, Sha256 lastHash, List<Entry> entries) {}

    /** Receipts of dossiers behind this one, in a fixed order; none at the end. */
    List<KeptReceipt> receipts(Optional<DossierId> behind, int limit);

    /**
     * A receipt on record.
     *
     * @param first hash of the first entry of its dossier; empty where there is none
     */
    record KeptReceipt(DossierId dossier, Seals.Receipt receipt, Optional<Sha256> first) {}

    /** Seals behind this one, oldest first; none at the end. */
    List<NumberedSeal> seals(long behind, int limit);

    /**
     * A seal on record.
     *
     * @param hashes of the entries that are marked as under it, in the order of sealing
     */
    record NumberedSeal(long id, Seal seal, Optional<byte[]> token, List<Sha256> hashes) {}
}
