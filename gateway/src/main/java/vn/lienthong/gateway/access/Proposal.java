package vn.lienthong.gateway.access;

import java.time.Instant;
import java.util.Optional;

/**
 * An act that waits for a second person, or no longer does.
 *
 * @param summary what it is, in one line for people
 * @param proposedBy as evidence names people
 * @param expiresAt first instant at which nobody can confirm it any more
 */
public record Proposal(
        long id,
        ProposedAct act,
        String summary,
        String proposedBy,
        String reason,
        Instant at,
        Instant expiresAt,
        Optional<Decision> decision) {

    /** What the second person said. */
    public record Decision(Instant at, String actor, boolean confirmed, String reason) {}

    public boolean waitsAt(Instant now) {
        return decision.isEmpty() && now.isBefore(expiresAt);
    }
}
