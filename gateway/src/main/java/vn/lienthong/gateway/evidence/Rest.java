package vn.lienthong.gateway.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A breaker for one authority: after some failures in a row it is left alone for a while, so that the next one is asked at once
 * instead of after minutes of waiting. Safe for many threads.
 */
final class Rest {

    private static final int FAILURES = 3;
    private static final Duration LENGTH = Duration.ofMinutes(5);

    private int failures;
    private Instant until = Instant.MIN;
    private String fault = "";

    /** Why it is not asked now; empty where it may be. Once its time has come, one more failure lets it rest again. */
    synchronized Optional<String> reason(Instant now) {
        return now.isBefore(until) ? Optional.of(fault + " (left alone until " + until + ")") : Optional.empty();
    }

    synchronized void failed(Instant now, String why) {
        fault = why;
        failures++;
        if (failures >= FAILURES) {
            until = now.plus(LENGTH);
        }
    }

    synchronized void worked() {
        failures = 0;
        until = Instant.MIN;
    }
}
