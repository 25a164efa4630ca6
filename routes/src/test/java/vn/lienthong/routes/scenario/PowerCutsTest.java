package vn.lienthong.routes.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nothing is left out: not a scenario in any build, not a door, and in four builds no pair of them. */
class PowerCutsTest {

    private static final List<String> SCENARIOS = List.of("a", "b", "c", "d", "e", "f", "g", "h", "i");

    private static List<String> pairs(String wanted) {
        PowerCuts cuts = new PowerCuts(wanted);
        return PowerCuts.DOORS.stream()
                .flatMap(door -> cuts.share(SCENARIOS, door).map(scenario -> scenario + " through " + door))
                .toList();
    }

    @Test
    void everyScenarioComesThroughOneDoorAndEveryDoorTakesSome() {
        LongStream.range(-4, 400).forEach(seed -> {
            PowerCuts cuts = new PowerCuts(String.valueOf(seed));
            Stream<String> taken = PowerCuts.DOORS.stream().flatMap(door -> cuts.share(SCENARIOS, door));
            assertThat(taken).containsExactlyInAnyOrderElementsOf(SCENARIOS);
            assertThat(PowerCuts.DOORS)
                    .allSatisfy(door -> assertThat(cuts.share(SCENARIOS, door)).hasSizeGreaterThanOrEqualTo(2));
        });
    }

    @Test
    void fourBuildsInARowTakeEveryPair() {
        Set<String> seen = new HashSet<>();
        LongStream.range(20_783, 20_787).forEach(seed -> seen.addAll(pairs(String.valueOf(seed))));
        assertThat(seen).containsExactlyInAnyOrderElementsOf(pairs(PowerCuts.ALL));
        assertThat(seen).hasSize(SCENARIOS.size() * PowerCuts.DOORS.size());
    }
}
