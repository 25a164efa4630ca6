package vn.lienthong.routes.command.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Percentiles by nearest rank, and medians. */
class LatenciesTest {
    private static final long MILLI = 1_000_000;

    @Test
    void takesTheNearestRank() {
        Latencies hundred = new Latencies(
                LongStream.rangeClosed(1, 100).map(n -> (101 - n) * MILLI).toArray());
        assertThat(hundred.millisAt(0.5)).isEqualTo(50);
        assertThat(hundred.millisAt(0.99)).isEqualTo(99);
        assertThat(hundred.millisAt(1)).isEqualTo(100);
        assertThat(hundred.millisAt(0)).isEqualTo(1);
    }

    @Test
    void takesTheLargestOfFew() {
        Latencies three = new Latencies(new long[] {3 * MILLI, MILLI, 2 * MILLI});
        assertThat(three.millisAt(0.5)).isEqualTo(2);
        assertThat(three.millisAt(0.99)).isEqualTo(3);
        assertThat(three.count()).isEqualTo(3);
    }

    @Test
    void needsAtLeastOne() {
        assertThatThrownBy(() -> new Latencies(new long[0])).hasMessageContaining("expected: at least one");
        assertThatThrownBy(() -> Median.of()).hasMessageContaining("expected: at least one");
    }

    @Test
    void medianIsNotMovedByOneSpoiledRound() {
        assertThat(Median.of(5, 1000, 4)).isEqualTo(5);
        assertThat(Median.of(4, 1, 3, 2)).isEqualTo(2.5);
    }
}
