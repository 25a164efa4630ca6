package vn.lienthong.gateway.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where proposals are kept, decided ones too. */
public interface Proposals {

    /** Keeps it and gives its number; the one it came with is not looked at. */
    long add(Proposal proposal);

    Optional<Proposal> find(long id);

    /** Those that can still be confirmed, the oldest first. */
    List<Proposal> waiting(Instant now, int limit);

    /** Decided and expired ones, the newest first. */
    List<Proposal> past(Instant now, int limit);

    int countWaiting(Instant now);

    /**
     * Decides a proposal, once, and writes it into the journal: both or neither. Within a transaction of the same thread it is
     * part of that one.
     *
     * @return false when there is no such proposal, it was decided before or has expired; nothing is written then
     */
    boolean decide(long id, Proposal.Decision decision, AccessEvent event);
}
