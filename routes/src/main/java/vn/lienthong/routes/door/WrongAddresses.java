package vn.lienthong.routes.door;

import io.github.bucket4j.TimeMeter;

/**
 * Addresses with a secret that led nowhere, counted by who tried them, with IPv6 by /64: so many in a minute, then that caller waits.
 * Who comes with one that works is not counted.
 */
public final class WrongAddresses {

    private static final int TRACKED = 10_000;

    private final Buckets buckets = new Buckets(TRACKED, TimeMeter.SYSTEM_MILLISECONDS);
    private final Buckets noticed = new Buckets(TRACKED, TimeMeter.SYSTEM_MILLISECONDS);
    private final int perMinute;

    public WrongAddresses(int perMinute) {
        this.perMinute = perMinute;
    }

    /** Whether the caller tried too many. */
    public boolean tooMany(String remote) {
        return buckets.look(CallerAddress.block(remote), perMinute).isPresent();
    }

    /** Whether this is said of the caller for the first time in a minute: somebody who goes on fills no log. */
    public boolean firstInAMinute(String remote) {
        return noticed.draw(CallerAddress.block(remote), 1).isEmpty();
    }

    public void count(String remote) {
        buckets.draw(CallerAddress.block(remote), perMinute);
    }
}
