package vn.lienthong.routes.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import vn.lienthong.gateway.dossier.Refusals;
import vn.lienthong.routes.door.DoorRefusals;

/** Keeps the list of refusals short: sums up what has no line, and takes away lines whose time is over. */
public final class AgeRefusals {

    private static final int AT_ONCE = 1_000;

    /** So much in one run that a list of years is through in a day, and no run takes long. */
    private static final int MOST_ROUNDS = 20;

    private final Refusals refusals;
    private final DoorRefusals doors;
    private final Duration age;
    private final Clock clock;

    AgeRefusals(Refusals refusals, DoorRefusals doors, Duration age, Clock clock) {
        this.refusals = refusals;
        this.doors = doors;
        this.age = age;
        this.clock = clock;
    }

    /** One round. */
    public void age() {
        doors.sumUp();
        Instant before = clock.instant().minus(age);
        for (int round = 0; round < MOST_ROUNDS && refusals.age(before, AT_ONCE) == AT_ONCE; round++) {
            // The next thousand.
        }
    }
}
