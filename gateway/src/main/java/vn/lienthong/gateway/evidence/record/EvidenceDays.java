package vn.lienthong.gateway.evidence.record;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.evidence.Timestamp;

/** Where the days and their timestamps are kept. */
public interface EvidenceDays {

    /**
     * Closes days before one on which something was received, the oldest first: what was received then is written down once.
     *
     * @param zone of the days, such as {@code Asia/Ho_Chi_Minh}
     * @return how many
     */
    int close(LocalDate before, String zone, Instant now, int limit);

    /**
     * Takes a day whose next timestamp is due: those that have none yet first, then by what is due longest.
     *
     * @param until nobody else takes it before
     */
    Optional<EvidenceDay> takeDue(Instant now, Instant until);

    /**
     * Adds the next timestamp.
     *
     * @param hash that of the day where it renews the last timestamp; another one where it is over a new tree, whose digests
     *     were {@link #keep kept} before
     * @param renewal when it has to be renewed
     * @return false where it is not over what stands there now: somebody else added one, or kept another digest, meanwhile
     */
    boolean add(EvidenceDay day, ArchiveHash hash, Timestamp timestamp, Renewal renewal, Instant now);

    /**
     * When a timestamp has to be renewed.
     *
     * @param terms the name of those by which that was worked out
     */
    record Renewal(Instant due, String terms) {}

    /** Digests of a day's files that were kept for a new tree: only of those that the vault had when it was asked. */
    Map<Sha256, byte[]> digests(LocalDate day, ArchiveHash hash);

    /** Keeps some more of them; none of a tree that has its timestamp, and none twice. */
    void keep(LocalDate day, ArchiveHash hash, Map<Sha256, byte[]> digests);

    /** Takes a day for longer: nobody else takes it before. */
    void hold(EvidenceDay day, Instant until);

    /** Goes on with a day at another time, without anything having failed. */
    void resume(EvidenceDay day, Instant due);

    /**
     * Days whose renewal was worked out by other terms only since they got their newest timestamp, the oldest first; none that
     * somebody is at, or whose timestamp is younger than a day: where nodes have different terms they would renew in turn.
     */
    List<Standing> byOtherTerms(String terms, Instant now, int limit);

    /**
     * What stands for a day.
     *
     * @param token the newest
     */
    record Standing(LocalDate day, ArchiveHash hash, byte[] token) {}

    /** Notes that a day is due by these terms; nothing where by others it is so earlier, or where somebody is at it. */
    void reviewed(LocalDate day, Renewal renewal, Instant now);

    /** Notes that there is none yet, why, and when to ask again. */
    void postpone(EvidenceDay day, Instant now, Instant due, String fault);

    /** Days that were closed before an instant and have no timestamp, whose renewal has failed since before it, or is overdue. */
    Late late(Instant before);

    /**
     * Days that wait for too long.
     *
     * @param first the oldest; empty when none waits
     * @param fault why its timestamp failed the last time
     */
    record Late(long days, Optional<LocalDate> first, String fault) {}

    /** The first day on which a file was received that has a timestamp. */
    Optional<EvidenceDay> of(Sha256 file);
}
