package vn.lienthong.gateway.signature.path;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * How revocation lists are fetched.
 *
 * @param addresses lists to have at hand though no certificate asked for them yet
 * @param refresh a list is asked for anew this long after the last time, though it has not ended
 * @param firstPause wait after a failure, doubled each time
 * @param longestPause the wait grows no longer than this
 */
public record FetchSettings(List<URI> addresses, Duration refresh, Duration firstPause, Duration longestPause) {
    private static final int DOUBLINGS = 20;

    public FetchSettings {
        addresses = List.copyOf(addresses);
    }

    public static FetchSettings defaults() {
        return new FetchSettings(List.of(), Duration.ofHours(12), Duration.ofSeconds(30), Duration.ofHours(1));
    }

    Duration pause(int failures) {
        Duration pause = firstPause.multipliedBy(1L << Math.min(Math.max(failures - 1, 0), DOUBLINGS));
        return pause.compareTo(longestPause) < 0 ? pause : longestPause;
    }
}
