package vn.lienthong.gateway.seal;

import java.time.Clock;
import java.time.Duration;

/** Forgets what was signed for systems once it is old: they had long enough to fetch it, and keep it themselves. */
public final class DropSystemSignatures {
    private final SystemSignatures made;
    private final Duration keep;
    private final Clock clock;

    /** @param keep how long after it was signed */
    public DropSystemSignatures(SystemSignatures made, Duration keep, Clock clock) {
        this.made = made;
        this.keep = keep;
        this.clock = clock;
    }

    /** Returns how many. */
    public int drop() {
        return made.drop(clock.instant().minus(keep));
    }
}
