package vn.lienthong.gateway.lasting;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.StoredBytes;

/** Where the files that were signed here are kept track of. Whoever names bytes synchronises them in the vault first. */
public interface LastingFiles {

    /** Takes a file up; one that is there already stays as it is. */
    void add(LastingFile file);

    /**
     * Takes files whose next step is due: those without a timestamp first, then those that are due for longest.
     *
     * @param until nobody else takes them before; who dies meanwhile leaves them to be taken then
     */
    List<LastingFile> takeDue(Instant now, Instant until, int limit);

    /**
     * Compare-and-set: the file in the archive is another one from now on. What it was before is kept until then.
     *
     * @param before as it was taken
     * @param due when the next step is to be tried
     * @return false where somebody else extended it meanwhile
     */
    boolean grow(LastingFile before, StoredBytes bytes, LastingLevel level, Optional<Instant> due, Instant now);

    /** Nothing was to be done: notes how far it is, and when it is looked at again. */
    void rest(LastingFile file, LastingLevel level, Optional<Instant> due);

    /** Notes that the next step failed now, why, and when to try again. */
    void postpone(LastingFile file, Instant now, Instant due, String fault);

    /** Notes what the next step waits for, and when to look again: nothing failed. */
    void await(LastingFile file, Instant due, String why);

    /** Takes one up at once, whatever it waits for, to another goal; false where there is none. */
    boolean hasten(LastingFile file, LastingLevel goal, Instant now);

    /** The file that these bytes are or were, whatever step of it. */
    Optional<LastingFile> find(Sha256 digest);

    /** Those that have not got where they are to get, or cannot be renewed, longest waiting first. */
    List<LastingFile> pending(int limit);

    /** The newest, whatever their state. */
    List<LastingFile> newest(int limit);

    /**
     * Forgets files signed before an instant that are part of nothing any more: a draft that was discarded, or sealed anew. What
     * was signed for a system stays: that asks for its newest copy, and it is forgotten by its own term.
     *
     * @return how many
     */
    int dropUnused(Instant signedBefore);

    /**
     * What waits.
     *
     * @param grace how long a step after the first one may take before it counts as waiting
     * @param before who has been waiting since before is late
     */
    Backlog backlog(Duration grace, Instant before);

    /**
     * How long files have been waiting for their next step: to get where they are to get, or for a renewal that failed.
     *
     * @param late how many of them for too long
     * @param untold of the late ones, how many an operator was not told of
     * @param oldest since when the one waits that does so longest; empty when none waits
     * @param fault why its next step failed the last time
     */
    record Backlog(long waiting, long late, long untold, Optional<Instant> oldest, String fault) {}

    /** An operator was told of those that are late. */
    void report(Duration grace, Instant before);
}
