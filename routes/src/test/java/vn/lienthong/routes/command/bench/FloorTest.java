package vn.lienthong.routes.command.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The arithmetic between rounds and floor. */
class FloorTest {
    private static final Floor FLOOR = new Floor(List.of(
            new Floor.Step(Floor.Part.TRANSPORT, "a", 1, new Cost(10, 8)),
            new Floor.Step(Floor.Part.SIGNATURES, "b", 3, new Cost(5, 4)),
            new Floor.Step(Floor.Part.RECORD, "c", 1, new Cost(1000, 80))));

    private static Round round(int documents, double seconds, double gateway, double database) {
        return new Round(documents, seconds, new long[] {1_000_000}, gateway, database, 0);
    }

    @Test
    void addsEachStepAsOftenAsItIsNeeded() {
        assertThat(FLOOR.sum()).isEqualTo(new Cost(1025, 100));
    }

    @Test
    void dividesTheMedianOfTheRoundsByTheFloor() {
        CaseResult result = new CaseResult(
                new BenchCase(new ByteSize(10 << 10), 3),
                10,
                20,
                List.of(round(10, 1, 4000, 1000), round(20, 1, 20_000, 4000), round(10, 2, 3000, 900)),
                FLOOR,
                Cost.NONE);
        assertThat(result.documentsPerSecond()).isEqualTo(10);
        assertThat(result.gatewayMicros()).isEqualTo(400);
        assertThat(result.databaseMicros()).isEqualTo(100);
        assertThat(result.ratio()).isEqualTo(5);
        assertThat(result.bareCrypto()).isEqualTo(new Cost(15, 12));
        assertThat(result.latencies().count()).isEqualTo(3);
    }
}
