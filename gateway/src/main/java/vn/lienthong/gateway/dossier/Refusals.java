package vn.lienthong.gateway.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.finding.Finding;

/** Submissions that were not taken: a caller got the reason, and an operator finds the entry. */
public interface Refusals {

    void add(Refusal refusal);

    /** Newest first. */
    List<Refusal> latest(int limit);

    /**
     * Takes the oldest entries away that are older, and counts them by day and channel instead.
     *
     * @param most entries in one go
     * @return how many went
     */
    int age(Instant before, int most);

    /** What was taken away, newest day first. */
    List<Aged> aged(int limit);

    /** What is left of entries that were taken away: how many there were on a day (UTC). */
    record Aged(LocalDate day, Channel channel, long count) {}

    /**
     * How often callers were turned away from one day (included) to another (not included), in UTC: newest day first, then by
     * channel and caller. Lines that were taken away are counted without their callers.
     *
     * @param most lines that are counted at most, the newest of those days
     */
    List<Counted> counted(LocalDate from, LocalDate to, int most);

    /** The newest day (UTC) before another on which anybody was turned away. */
    Optional<LocalDate> newestDay(LocalDate before);

    /**
     * How often one caller was turned away on one day (UTC).
     *
     * @param caller empty where only the number is kept
     */
    record Counted(LocalDate day, Channel channel, Optional<Claimed> caller, long count) {}

    /** Who a caller said to be, which may be untrue, and where it called from. */
    record Claimed(String systemId, String remote) {}

    /**
     * One submission that was turned away.
     *
     * @param systemId as the caller claimed it, which may be untrue
     * @param documentId as far as it was read
     * @param bytes digest of what was handed in, where it was kept
     */
    record Refusal(
            Instant at,
            Channel channel,
            String systemId,
            String remote,
            String documentId,
            Optional<Sha256> bytes,
            List<Finding> findings) {}
}
