package vn.lienthong.routes.door.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class LoginAttemptsTest {

    private final MovableClock clock = new MovableClock();
    private final LoginAttempts attempts = new LoginAttempts(clock, 3, Duration.ofMinutes(15));

    @Test
    void whoGuessesWaits() {
        fail("an", "10.0.0.1", 2);
        assertThat(attempts.mustWait("an", "10.0.0.1")).isFalse();
        fail("an", "10.0.0.1", 1);
        assertThat(attempts.mustWait("an", "10.0.0.1")).isTrue();
        assertThat(attempts.mustWait("an", "10.0.0.2"))
                .as("the person at another place")
                .isFalse();
        assertThat(attempts.mustWait("binh", "10.0.0.1")).as("a colleague").isFalse();
    }

    @Test
    void oneMachineWithManyAddressesIsOne() {
        for (int last = 1; last <= 3; last++) {
            fail("an", "2001:db8:1:2::" + last, 1);
        }
        assertThat(attempts.mustWait("an", "2001:db8:1:2:ffff::9")).isTrue();
        attempts.succeeded("an", "2001:db8:1:2::4");
        assertThat(attempts.mustWait("an", "2001:db8:1:2::1")).isFalse();
        fail("an", "2001:db8:1:2::1", 3);
        assertThat(attempts.mustWait("an", "2001:db8:1:3::1")).isFalse();
    }

    @Test
    void theWaitEnds() {
        fail("an", "10.0.0.1", 3);
        clock.now = clock.now.plus(Duration.ofMinutes(15)).plusMillis(1);
        assertThat(attempts.mustWait("an", "10.0.0.1")).isFalse();
        fail("an", "10.0.0.1", 1);
        assertThat(attempts.mustWait("an", "10.0.0.1"))
                .as("old failures are forgotten")
                .isFalse();
    }

    @Test
    void theRightPasswordStartsAnew() {
        fail("an", "10.0.0.1", 2);
        attempts.succeeded("an", "10.0.0.1");
        fail("an", "10.0.0.1", 2);
        assertThat(attempts.mustWait("an", "10.0.0.1")).isFalse();
    }

    @Test
    void oneAddressCannotTryManyNames() {
        for (int name = 0; name < 30; name++) {
            fail("name" + name, "10.0.0.1", 1);
        }
        assertThat(attempts.mustWait("an", "10.0.0.1")).isTrue();
        assertThat(attempts.mustWait("an", "10.0.0.2")).isFalse();
    }

    @Test
    void aFloodOfNamesDoesNotFillTheMemoryOrFreeTheGuesser() {
        fail("an", "10.0.0.1", 3);
        for (int address = 0; address < 4_000; address++) {
            fail("x", "10.1." + address / 256 + "." + address % 256, 1);
        }
        assertThat(attempts.mustWait("an", "10.0.0.1")).isTrue();
    }

    private void fail(String username, String address, int times) {
        for (int time = 0; time < times; time++) {
            attempts.failed(username, address);
        }
    }

    private static final class MovableClock extends Clock {
        private Instant now = Instant.parse("2025-08-01T02:30:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
