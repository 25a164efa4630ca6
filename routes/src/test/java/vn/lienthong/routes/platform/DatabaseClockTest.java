package vn.lienthong.routes.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class DatabaseClockTest {

    private static final Instant NOON = Instant.parse("2026-11-02T05:00:00Z");

    private final AtomicLong nanos = new AtomicLong(-5_000_000_000L);
    private final DatabaseClock clock = new DatabaseClock(reading(NOON), nanos::get);

    private DatabaseTime.Reading reading(Instant shown) {
        return new DatabaseTime.Reading(nanos.get(), shown);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void betweenMeasurementsTheSteadyClockCarriesItOn() {
        assertThat(clock.instant()).isEqualTo(NOON);
        pass(Duration.ofNanos(1_234_567));
        assertThat(clock.instant()).as("whole microseconds").isEqualTo(NOON.plusNanos(1_234_000));
        pass(Duration.ofHours(3));
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(3 * 3600).plusNanos(1_234_000));
    }

    @Test
    void aDatabaseThatIsAheadIsFollowedAtOnce() {
        pass(Duration.ofSeconds(10));
        clock.follow(reading(NOON.plusSeconds(60)));
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(60));
    }

    @Test
    void aDatabaseThatIsBehindIsWaitedForAtHalfSpeed() {
        pass(Duration.ofSeconds(10));
        clock.follow(reading(NOON.plusSeconds(4)));
        assertThat(clock.instant()).as("never back").isEqualTo(NOON.plusSeconds(10));
        pass(Duration.ofSeconds(6));
        assertThat(clock.instant()).as("never still").isEqualTo(NOON.plusSeconds(13));
        pass(Duration.ofSeconds(6));
        assertThat(clock.instant()).as("caught up").isEqualTo(NOON.plusSeconds(16));
        pass(Duration.ofSeconds(1));
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(17));
    }

    @Test
    void nobodyIsHandedAnInstantBeforeAnEarlierOne() throws Exception {
        DatabaseClock real = new DatabaseClock(new DatabaseTime.Reading(System.nanoTime(), NOON));
        List<Future<Boolean>> readers = new ArrayList<>();
        AtomicLong highest = new AtomicLong(Long.MIN_VALUE);
        try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 4; i++) {
                readers.add(pool.submit(() -> rises(real, highest)));
            }
            for (int i = 0; i < 2_000; i++) {
                Instant jittered = real.instant().plusNanos((i % 7 - 3) * 40_000L);
                real.follow(new DatabaseTime.Reading(System.nanoTime(), jittered));
            }
            for (Future<Boolean> reader : readers) {
                assertThat(reader.get()).isTrue();
            }
        }
    }

    /** What another thread was handed before is never above what this one is handed after. */
    private static boolean rises(DatabaseClock clock, AtomicLong highest) {
        for (int i = 0; i < 100_000; i++) {
            long before = highest.get();
            long shown = Duration.between(NOON, clock.instant()).toNanos();
            if (shown < before) {
                return false;
            }
            highest.accumulateAndGet(shown, Math::max);
        }
        return true;
    }
}
