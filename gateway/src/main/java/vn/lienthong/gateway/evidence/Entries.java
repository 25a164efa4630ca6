package vn.lienthong.gateway.evidence;

import java.time.Instant;
import java.util.List;
import vn.lienthong.gateway.dossier.DossierId;

/** Where entries are kept: appended, never changed. */
public interface Entries {

    /** Writes the first entry of a dossier that this transaction has just made: nobody else can know it yet. */
    Entry begin(DossierId dossier, Instant at, EvidenceEvent event, String actor, String detailJson);

    /** Appends to the dossier's chain; concurrent appends to one dossier wait for each other. */
    Entry append(DossierId dossier, Instant at, EvidenceEvent event, String actor, String detailJson);

    /** All entries of the dossier, in order. */
    List<Entry> of(DossierId dossier);
}
