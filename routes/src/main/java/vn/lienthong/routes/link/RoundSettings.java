package vn.lienthong.routes.link;

import java.time.Duration;

/**
 * How neighbours are asked for what waits there.
 *
 * @param every pause between two rounds that went well
 * @param longestPause the pause after failures doubles up to this
 * @param most items of one round
 * @param alertAfter failures in a row before an operator is told
 */
public record RoundSettings(Duration every, Duration longestPause, int most, int alertAfter) {

    private static final int MAX_DOUBLINGS = 20;

    /** The pause after so many failures in a row. */
    Duration pause(int failures) {
        Duration full = every.multipliedBy(1L << Math.min(failures, MAX_DOUBLINGS));
        return full.compareTo(longestPause) > 0 ? longestPause : full;
    }
}
