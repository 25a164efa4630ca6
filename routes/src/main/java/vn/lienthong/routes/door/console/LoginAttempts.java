package vn.lienthong.routes.door.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.lienthong.routes.door.CallerAddress;

/**
 * Counts wrong passwords, by name and address together and by address alone, and makes who guesses wait. With IPv6 an address
 * is all of its /64: one machine has it whole. Kept in memory and
 * bounded, by each node: after a restart everybody starts anew. Safe for many threads.
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
        String block = CallerAddress.block(address);
        return count(both(username, block)) >= allowed || count(block) >= allowed * PER_ADDRESS;
    }

    synchronized void failed(String username, String address) {
        String block = CallerAddress.block(address);
        note(both(username, block));
        note(block);
    }

    synchronized void succeeded(String username, String address) {
        failures.remove(both(username, CallerAddress.block(address)));
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
