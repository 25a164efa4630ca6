package vn.lienthong.routes.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.gateway.access.Caller;
import vn.lienthong.gateway.access.CallerKind;
import vn.lienthong.gateway.access.CallerLimits;
import vn.lienthong.gateway.finding.ErrorCode;

class LimitCallsTest {

    private static final String HERE = "192.0.2.1";
    private static final int CALLS = 4;
    private static final int REFUSED = 3;

    private final SteppedTime time = new SteppedTime();
    private final Unwritten unwritten = new Unwritten();
    private final LimitCalls limiting = new LimitCalls(new CallLimits(CALLS, REFUSED, 100, 100), unwritten, time);

    private static final class SteppedTime implements TimeMeter {

        private long nanos = 1;

        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }

        void pass(Duration time) {
            nanos += time.toNanos();
        }
    }

    private static Caller caller(String systemId, OptionalInt callsPerMinute) {
        CallerLimits limits = new CallerLimits(callsPerMinute, OptionalLong.empty());
        return new Caller(systemId, CallerKind.AGENCY, List.of(), limits);
    }

    private boolean goesThrough(Caller caller) {
        return limiting.call(caller, HERE, caller.systemId()).isEmpty();
    }

    @Test
    void aSystemHasItsCallsAMinuteAndHearsWhenToComeAgain() {
        Caller a = caller("a", OptionalInt.empty());
        for (int i = 0; i < CALLS; i++) {
            assertThat(goesThrough(a)).isTrue();
        }
        LimitCalls.Limited limited = limiting.call(a, HERE, "a").orElseThrow();
        assertThat(limited.finding().code()).isEqualTo(ErrorCode.TOO_MANY_CALLS);
        assertThat(limited.retryAfterSeconds()).isEqualTo("15");
        assertThat(goesThrough(caller("b", OptionalInt.empty()))).isTrue();
        assertThat(unwritten.total(Unwritten.Why.SYSTEM)).isEqualTo(1);
        time.pass(Duration.ofSeconds(15));
        assertThat(goesThrough(a)).isTrue();
        assertThat(goesThrough(a)).isFalse();
    }

    @Test
    void aNumberOfItsOwnCountsFromTheNextCall() {
        assertThat(goesThrough(caller("a", OptionalInt.of(1)))).isTrue();
        assertThat(goesThrough(caller("a", OptionalInt.of(1)))).isFalse();
        assertThat(goesThrough(caller("a", OptionalInt.of(2)))).isTrue();
        assertThat(goesThrough(caller("a", OptionalInt.of(2)))).isTrue();
        assertThat(goesThrough(caller("a", OptionalInt.of(2)))).isFalse();
    }

    private void refuseOften(String remote) {
        for (int i = 0; i < REFUSED; i++) {
            assertThat(limiting.beforeCheck(remote, "guess")).isEmpty();
            limiting.refused(remote);
        }
    }

    @Test
    void anAddressThatIsRefusedTooOftenIsNotListenedToForAWhile() {
        refuseOften(HERE);
        LimitCalls.Limited limited = limiting.beforeCheck(HERE, "guess").orElseThrow();
        assertThat(limited.retryAfterSeconds()).isEqualTo("20");
        assertThat(limiting.beforeCheck("192.0.2.2", "guess")).isEmpty();
        assertThat(unwritten.take()).hasValueSatisfying(text -> assertThat(text).contains("1 lời gọi", HERE + " 1"));
        assertThat(unwritten.take()).isEmpty();
        time.pass(Duration.ofSeconds(20));
        assertThat(limiting.beforeCheck(HERE, "guess")).isEmpty();
    }

    @Test
    void whoWasLetInFromThereBeforeStillIs() {
        assertThat(goesThrough(caller("good", OptionalInt.empty()))).isTrue();
        refuseOften(HERE);
        assertThat(limiting.beforeCheck(HERE, "good")).isEmpty();
        assertThat(limiting.beforeCheck(HERE, "")).isPresent();
        assertThat(limiting.beforeCheck(HERE, "other")).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "2001:db8:1:2::1, 2001:db8:1:2:ffff::9, true",
        "2001:db8:1:2::1, 2001:db8:1:3::1, false",
        "::ffff:192.0.2.7, 192.0.2.7, true",
        "fe80::1%eth0, fe80::2, true"
    })
    void aNetworkOfVersion6CountsAsOne(String refused, String other, boolean same) {
        refuseOften(refused);
        assertThat(limiting.beforeCheck(other, "guess").isPresent()).isEqualTo(same);
    }

    @Test
    void manyAddressesAreNotAllRemembered() {
        LimitCalls few = new LimitCalls(new CallLimits(CALLS, REFUSED, 100, 3), unwritten, time);
        for (int i = 0; i < 200; i++) {
            for (int j = 0; j < REFUSED; j++) {
                few.refused("192.0.2." + i);
            }
        }
        // The memory is tidied up a moment after it is written to.
        await().untilAsserted(() -> assertThat(IntStream.range(0, 200)
                        .filter(i -> few.beforeCheck("192.0.2." + i, "guess").isPresent())
                        .count())
                .isBetween(1L, 3L));
    }

    @Test
    void whatIsNotWrittenIsCountedByNameUpToABound() {
        for (int i = 0; i < 100_000; i++) {
            unwritten.count(Unwritten.Why.LINES, "a" + i);
        }
        assertThat(unwritten.take())
                .hasValueSatisfying(text -> assertThat(text).contains("100000 lời gọi", "từ 1001 nơi", "… 99000"));
        assertThat(unwritten.total(Unwritten.Why.LINES)).isEqualTo(100_000);
    }

    @Test
    void aBodyIsReadFromAShutAddressOnlyWhereSomebodyWasLetInFromThere() {
        refuseOften(HERE);
        assertThat(limiting.beforeReading(HERE)).isPresent();
        assertThat(limiting.beforeReading("192.0.2.2")).isEmpty();
        assertThat(goesThrough(caller("good", OptionalInt.empty()))).isTrue();
        assertThat(limiting.beforeReading(HERE)).isEmpty();
        assertThat(limiting.beforeCheck(HERE, ""))
                .as("not so for a call that says nothing")
                .isPresent();
        time.pass(Duration.ofMinutes(61));
        refuseOften(HERE);
        assertThat(limiting.beforeReading(HERE)).as("forgotten after an hour").isPresent();
    }
}
