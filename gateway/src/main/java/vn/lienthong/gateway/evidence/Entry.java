package vn.lienthong.gateway.evidence;

import java.time.Instant;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.DossierId;

/**
 * One dated line of a dossier. Its hash covers its own content and the hash of the line before, so a line that is
 * changed, dropped or put in later breaks every hash after it.
 *
 * @param sequence 1 for the first entry of the dossier
 * @param at to the microsecond, as the store keeps it
 * @param actor who did it: a system, a person, or {@code gateway}
 * @param detailJson facts of the event as JSON text, exactly as hashed
 * @param previous hash of the entry before; {@link #FIRST} for the first
 * @param name of the event as the store has it: that of a newer program where the event is {@link EvidenceEvent#UNKNOWN}
 */
public record Entry(
        DossierId dossier,
        int sequence,
        Instant at,
        EvidenceEvent event,
        String actor,
        String detailJson,
        Sha256 previous,
        Sha256 hash,
        String name) {

    /** What the first entry of a dossier follows. */
    public static final Sha256 FIRST = new Sha256("0".repeat(64));

    /** An entry whose event this program knows. */
    public Entry(
            DossierId dossier,
            int sequence,
            Instant at,
            EvidenceEvent event,
            String actor,
            String detailJson,
            Sha256 previous,
            Sha256 hash) {
        this(dossier, sequence, at, event, actor, detailJson, previous, hash, event.name());
    }

    /** The name that leaves the process. */
    public String term() {
        return event == EvidenceEvent.UNKNOWN ? name : event.term();
    }
}
