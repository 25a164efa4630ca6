package vn.lienthong.routes.door.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts wrong passwords, by name and address together and by address alone, and makes who guesses wait. Kept in memory and
 * bounded: after a restart everybody starts anew. Safe for many threads.
 */
final class LoginAttempts {

    /** One address may stand for a whole office behind one router. */
    private static final int PER_ADDRESS = 10;

    private static final int MOST_KEPT = 10_000;

    private record Failures(int count, Instant since) {}

    private final Clock clock;
    private final int allowed;
    private final Duration pause;
    private final Map<String, Failures> failures = new LinkedHashMap<>();

    LoginAttempts(Clock clock, int allowed, Duration pause) {
        this.clock = clock;
        this.allowed = allowed;
        this.pause = pause;
    }

    synchronized boolean mustWait(String username, String address) {
        return count(both(username, address)) >= allowed || count(address) >= allowed * PER_ADDRESS;
    }

    synchronized void failed(String username, String address) {
        note(both(username, address));
        note(address);
    }

    synchronized void succeeded(String username, String address) {
        failures.remove(both(username, address));
    }

    private int count(String key) {
        Failures known = failures.get(key);
        return known == null || known.since().plus(pause).isBefore(clock.instant()) ? 0 : known.count();
    }

    private void note(String key) {
        Failures now = new Failures(count(key) + 1, clock.instant());
        failures.remove(key);
        failures.put(key, now);
        if (failures.size() > MOST_KEPT) {
            failures.remove(failures.keySet().iterator().next());
        }
    }

    private static String both(String username, String address) {
        return username + " " + address;
    }
}
