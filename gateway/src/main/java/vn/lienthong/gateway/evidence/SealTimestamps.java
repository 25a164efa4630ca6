package vn.lienthong.gateway.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Which seals wait for a timestamp, and the tokens of those that have one. */
public interface SealTimestamps {

    /**
     * Takes seals whose time to be stamped has come, oldest first.
     *
     * @param until nobody else takes them before; who dies meanwhile leaves them to be taken then
     */
    List<Waiting> takeDue(Instant now, Instant until, int limit);

    /**
     * A seal without its timestamp.
     *
     * @param failures how often it was asked for in vain
     */
    record Waiting(long id, Seal seal, int failures) {}

    /** Lays the token beside the seal, which waits no more; a second one for the same seal is dropped. */
    void keep(long id, Timestamp timestamp, Instant keptAt);

    /** Notes why there is none yet, and when to ask again. */
    void postpone(long id, Instant due, String fault);

    /** How long the seals have been waiting. */
    Backlog backlog();

    /**
     * What waits.
     *
     * @param oldest when the oldest that waits was sealed; empty when none waits
     * @param fault why it was not stamped the last time
     * @param reported whether an operator was told since the waiting began
     */
    record Backlog(long waiting, Optional<Instant> oldest, String fault, boolean reported) {}

    /** An operator was told of those that wait now. */
    void report();
}
