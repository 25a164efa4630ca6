package vn.lienthong.routes.platform;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * The database's clock, followed: between two measurements this machine's steady clock carries it on, so no instant costs a
 * round trip, and all nodes of one database agree. Never goes back. Where a measurement shows that it ran ahead, it runs at
 * half speed until the database has caught up: it does not stand still, since then no lease would end. Instants are whole
 * microseconds, as PostgreSQL keeps them: what is written is what is read back.
 */
final class DatabaseClock extends Clock {

    private static final long NANOS_A_MICRO = 1_000;
    private static final long MICROS_A_SECOND = 1_000_000;

    private final LongSupplier nanos;
    private final AtomicLong lastMicros = new AtomicLong(Long.MIN_VALUE);
    private volatile Anchor anchor;

    DatabaseClock(DatabaseTime.Reading first) {
        this(first, System::nanoTime);
    }

    DatabaseClock(DatabaseTime.Reading first, LongSupplier nanos) {
        this.nanos = nanos;
        this.anchor = new Anchor(first, first.nanos(), first.instant());
    }

    /**
     * Two lines through time, of which the later one counts.
     *
     * @param measured the database's, at full speed
     * @param shownNanos the reading of the steady clock at which {@code shown} was this clock's instant
     * @param shown where the line at half speed begins
     */
    private record Anchor(DatabaseTime.Reading measured, long shownNanos, Instant shown) {

        Instant at(long now) {
            Instant line = measured.at(now);
            Instant slow = shown.plusNanos((now - shownNanos) / 2);
            return line.isAfter(slow) ? line : slow;
        }
    }

    /** Goes on from a new measurement. */
    synchronized void follow(DatabaseTime.Reading measured) {
        long now = nanos.getAsLong();
        anchor = new Anchor(measured, now, anchor.at(now));
    }

    @Override
    public Instant instant() {
        long micros = micros(anchor.at(nanos.getAsLong()));
        // Whoever read the anchor before it was replaced may be a little ahead of who read it after.
        long shown = lastMicros.accumulateAndGet(micros, Math::max);
        return Instant.ofEpochSecond(
                Math.floorDiv(shown, MICROS_A_SECOND), Math.floorMod(shown, MICROS_A_SECOND) * NANOS_A_MICRO);
    }

    private static long micros(Instant instant) {
        return instant.getEpochSecond() * MICROS_A_SECOND + instant.getNano() / NANOS_A_MICRO;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** Instants have no zone here: the Vietnamese one is given at the wire and on the screen. */
    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("zone: " + zone + " (expected: UTC)");
    }
}
