package vn.lienthong.routes.door.folder;

import java.time.Duration;

/**
 * How folders are looked into.
 *
 * @param every pause between two looks that went well; doubled after each failure
 * @param settle a file is taken once its size and time are unchanged for so long
 * @param most files taken, and copies put, in one look
 * @param mostLying copies that lie in a folder at one time; the others wait
 * @param longestFile bytes of a file that is taken
 * @param waitForOther how long a description waits for its files, and a file for its description
 * @param alertAfter failures in a row before an operator is told
 */
public record FolderBounds(
        Duration every,
        Duration settle,
        int most,
        int mostLying,
        long longestFile,
        Duration waitForOther,
        int alertAfter) {

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    private static final int MAX_DOUBLINGS = 20;

    /** The pause after so many failures in a row. */
    Duration pause(int failures) {
        Duration full = every.multipliedBy(1L << Math.min(failures, MAX_DOUBLINGS));
        return full.compareTo(LONGEST_PAUSE) > 0 && LONGEST_PAUSE.compareTo(every) > 0 ? LONGEST_PAUSE : full;
    }
}
