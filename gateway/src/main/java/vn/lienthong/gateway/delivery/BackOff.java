package vn.lienthong.gateway.delivery;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * When to try again: the delay doubles with each attempt up to a ceiling, and half of it is chance, so that systems that
 * failed together do not come back together.
 */
public final class BackOff {

    private static final int MAX_DOUBLINGS = 30;

    private final DeliverySettings settings;
    private final RandomGenerator random;

    public BackOff(DeliverySettings settings, RandomGenerator random) {
        this.settings = settings;
        this.random = random;
    }

    /** The pause after the given number of attempts, at least 1. */
    public Duration after(int attempts) {
        long first = settings.firstDelay().toMillis();
        long longest = settings.longestDelay().toMillis();
        int doublings = Math.min(Math.max(attempts - 1, 0), MAX_DOUBLINGS);
        long full = first > longest >> doublings ? longest : first << doublings;
        return Duration.ofMillis(full / 2 + random.nextLong(full / 2 + 1));
    }
}
