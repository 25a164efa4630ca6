package vn.lienthong.gateway.delivery;

import java.time.Instant;
import java.util.Optional;

/** How looking into exchange folders goes; on record, so that nodes take turns and an administrator sees it. */
public interface FolderLooks {

    /**
     * The last looks.
     *
     * @param failures in a row, up to now
     */
    record Progress(Optional<Instant> lookedAt, int failures, Optional<Instant> failedAt, String error) {}

    /** Empty where the system has no folder. */
    Optional<Progress> find(String systemId);

    /**
     * Takes the next look, if it is due and nobody else is at it; not for a disabled system.
     *
     * @param until when a look that is not heard of went down with its process
     */
    boolean begin(String systemId, Instant now, Instant until);

    /** The look is still under way. */
    void keep(String systemId, Instant until);

    void went(String systemId, Instant now, Instant next);

    /** Notes a look that failed; returns how many did in a row. */
    int failed(String systemId, String error, Instant now, Instant next);
}
