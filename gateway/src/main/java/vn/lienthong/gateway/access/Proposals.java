package vn.lienthong.gateway.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

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
     * Decides a proposal, once. It is held meanwhile: who decides at the same time waits, and then comes second. What the
     * making throws leaves it open.
     *
     * @param making works out the decision while the proposal is held; empty leaves it open
     * @return false when there is no such proposal, it was decided before or has expired
     */
    boolean decide(long id, Instant now, Function<Proposal, Optional<Proposal.Decision>> making);
}
