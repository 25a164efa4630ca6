package vn.lienthong.gateway.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What was decided about whom everybody trusts, in its order; every node takes it up by itself. */
public interface TrustDecisions {

    /**
     * One of them.
     *
     * @param act adds or removes trust
     * @param actors who stands for it
     */
    record Decided(long id, ProposedAct act, Instant at, String actors, String reason) {}

    /**
     * Keeps a decision.
     *
     * @param decided its number is not looked at
     * @param besides run in the same transaction: both or neither, and what it throws undoes the decision
     */
    void add(Decided decided, Runnable besides);

    Optional<Decided> find(long id);

    /** Those of higher numbers in their order; none ever appears later below one of them. */
    List<Decided> after(long id, int limit);
}
