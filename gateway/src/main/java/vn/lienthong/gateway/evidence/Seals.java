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
     * @param sealing makes the seal from the entries' hashes, in order, and the seal before
     * @param awaitsTimestamp whether the seal is to be stamped, from now on
     * @return how many entries were sealed; none makes no seal
     */
    int sealNext(int limit, boolean awaitsTimestamp, Function<Unsealed, Seal> sealing);

    /** What a seal is made of. */
    record Unsealed(List<Sha256> hashes, Optional<Seal> last) {}

    /** The seal over an entry; empty while there is none. */
    Optional<Sealed> sealOver(DossierId dossier, int sequence);

    /**
     * A seal with what proves that it covers an entry.
     *
     * @param token RFC 3161 over the seal's signature value; empty while it waits for one, or waits for none
     * @param hashes of all entries it covers, in order
     * @param place of the entry among them, from 0
     */
    record Sealed(Seal seal, Optional<byte[]> token, List<Sha256> hashes, int place) {}

    /** The seals over a dossier's entries, newest first. */
    List<Covering> covering(DossierId dossier, int limit);

    /**
     * What a seal covers of one dossier, and how far it is stamped.
     *
     * @param first number of the first entry of the dossier under it
     * @param last number of the last
     * @param stamp when and by whom; empty while there is none
     * @param awaitsTimestamp whether one is being asked for
     */
    record Covering(int first, int last, Instant sealedAt, Optional<Stamp> stamp, boolean awaitsTimestamp) {}

    /**
     * A timestamp over a seal.
     *
     * @param authority as the settings name it
     */
    record Stamp(Instant at, String authority) {}

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
