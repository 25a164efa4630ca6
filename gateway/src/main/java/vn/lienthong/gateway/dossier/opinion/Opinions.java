package vn.lienthong.gateway.dossier.opinion;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.dossier.DossierId;

/** Which documents wait for another engine's opinion, and what it said about the others. One line a document. */
public interface Opinions {

    /** Has the document wait from an instant on; nothing where it waits already, or was asked about. */
    void await(DossierId dossier, Instant due);

    /**
     * Another engine is to be asked about it, anew where it was asked before, since there is more to ask about now. A dispute on record
     * stays, and one that waits goes on waiting.
     */
    void awaitAnew(DossierId dossier, Instant due);

    /**
     * Takes documents that are due, longest due first; nobody else is given them before the lease ends, which is twice as long
     * for each time that somebody began.
     */
    List<Waiting> take(Instant now, Duration lease, int limit);

    /** Nothing was asked: the document waits on, as if nobody had begun. */
    void postpone(DossierId dossier, Instant due);

    /** Somebody began, and asks still or was not answered: nobody else is given the document before. */
    void again(DossierId dossier, Instant due);

    /**
     * Ends the waiting.
     *
     * @param detailJson both opinions of each signature
     * @return false when it does not wait, or somebody else ended it first
     */
    boolean close(DossierId dossier, OpinionOutcome outcome, Instant at, String detailJson);

    /** What is on record about a document; empty where nobody was to ask. */
    Optional<Kept> find(DossierId dossier);

    /** How many wait. */
    int waiting();

    /**
     * A document to ask about.
     *
     * @param begun how often somebody began before this time, and did not end it
     */
    record Waiting(DossierId dossier, int begun) {}

    /**
     * A line of the record.
     *
     * @param outcome empty while it waits
     * @param at when the engine spoke
     */
    record Kept(Optional<OpinionOutcome> outcome, Optional<Instant> at, String detailJson) {}
}
