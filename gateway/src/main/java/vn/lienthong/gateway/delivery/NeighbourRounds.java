package vn.lienthong.gateway.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.lienthong.gateway.dossier.MessageKind;

/** How fetching from the neighbours goes: when the next round is due, what the last one found, what would not come. */
public interface NeighbourRounds {

    /** One line for each neighbour, in the order of their ids. */
    List<Progress> all();

    Optional<Progress> find(String systemId);

    /**
     * Takes the next round, if it is due and the neighbour is enabled. Nobody else takes one before {@code until}, which
     * {@link #keep} puts off: a round whose process went down is followed by another one then.
     */
    boolean begin(String systemId, Instant now, Instant until);

    /** The round goes on. */
    void keep(String systemId, Instant until);

    /** The round came to its end: what the neighbour's lists held, and how much of it was taken over. */
    void reached(String systemId, Waiting waiting, int taken, Instant now, Instant next);

    /**
     * The neighbour could not be reached or answered what nobody understands.
     *
     * @return how many rounds in a row ended so
     */
    int failed(String systemId, String error, Instant now, Instant next);

    /** What of the neighbour's list would not come, oldest first. */
    List<Stuck> stuck(String systemId);

    Optional<Stuck> stuck(String systemId, String docId);

    /**
     * An item of the list could not be taken over.
     *
     * @return how often so far
     */
    int stumbled(String systemId, Item item, String error, Instant now, Instant nextTry);

    /** The item was taken over. */
    void passed(String systemId, String docId);

    /** Forgets items of the kind that the neighbour does not list any more. */
    void forgetAllBut(String systemId, MessageKind kind, Set<String> docIds);

    /** What a neighbour lists for us. */
    record Item(MessageKind kind, String docId) {}

    /** How many items a neighbour's lists held. */
    record Waiting(int documents, int statuses) {}

    /**
     * How it goes with one neighbour.
     *
     * @param reachedAt the end of the last round that went well
     * @param taken documents and statuses taken over in all
     * @param failures rounds in a row that did not reach it
     * @param error of the last one that did not; stays for reading when things are well again
     */
    record Progress(
            String systemId,
            Optional<Instant> reachedAt,
            Waiting waiting,
            long taken,
            int failures,
            Optional<Instant> failedAt,
            String error,
            Instant nextAt) {}

    /** An item that would not come. */
    record Stuck(Item item, int failures, Instant failedAt, Instant nextTryAt, String error) {}
}
