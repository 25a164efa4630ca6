package vn.lienthong.gateway.agency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** On any graph of successions, contradictory ones too: an answer comes, and it is never an agency that is not there. */
final class ResolutionPropertyTest {

    private static final int YEARS = 30;

    @Property(tries = 1500)
    void resolutionEndsAndNamesOnlyValidAgencies(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 40) int agencies,
            @ForAll @IntRange(min = 0, max = 120) int edges,
            @ForAll @IntRange(min = 0, max = YEARS) int asOf,
            @ForAll @IntRange(min = 0, max = YEARS) int now) {
        AgencyDirectory directory = random(new Random(seed), agencies, edges);

        for (int i = 0; i < agencies; i++) {
            AgencyCode code = new AgencyCode("C" + i % 7);
            Resolution resolution = directory.resolve(code, year(asOf), year(now));

            resolution.destination().ifPresent(id -> assertThat(directory.validAt(id, year(now)))
                    .isTrue());
            checkShape(directory, resolution, year(now));
        }
    }

    private static void checkShape(AgencyDirectory directory, Resolution resolution, Instant now) {
        switch (resolution) {
            case Resolution.Resolved resolved -> assertThat(resolved.agency()).isNotNull();
            case Resolution.Succeeded succeeded -> {
                assertThat(succeeded.successor()).isNotEqualTo(succeeded.original());
                assertThat(directory.validAt(succeeded.original(), now)).isFalse();
                assertThat(succeeded.path()).isNotEmpty().allMatch(step -> !step.effective()
                        .isAfter(now));
                assertThat(succeeded.path().getFirst().from()).isEqualTo(succeeded.original());
            }
            case Resolution.Split split -> {
                assertThat(split.candidates())
                        .isNotEmpty()
                        .doesNotHaveDuplicates()
                        .allMatch(id -> directory.validAt(id, now));
                assertThat(split.path()).allMatch(step -> !step.effective().isAfter(now));
            }
            case Resolution.Closed closed ->
                assertThat(directory.validAt(closed.original(), now)).isFalse();
            case Resolution.NotYet notYet -> assertThat(notYet.from()).isAfter(now);
            case Resolution.Unknown unknown ->
                assertThat(directory.historyOf(unknown.code())).isEmpty();
        }
    }

    @Property(tries = 500)
    void aLineageIsTheSameFromBothEnds(@ForAll long seed, @ForAll @IntRange(min = 2, max = 25) int agencies) {
        AgencyDirectory directory = random(new Random(seed), agencies, agencies * 2);

        Set<AgencyId> all = new HashSet<>(
                directory.rows().agencies().stream().map(Agency::id).toList());
        for (AgencyId one : all) {
            assertThat(directory.lineageOf(one)).contains(one);
            for (AgencyId other : directory.lineageOf(one)) {
                assertThat(directory.lineageOf(other)).contains(one);
            }
        }
    }

    private static AgencyDirectory random(Random random, int agencies, int edges) {
        List<Agency> rows = new ArrayList<>();
        List<CodeAssignment> codes = new ArrayList<>();
        List<Succession> successions = new ArrayList<>();
        for (int i = 0; i < agencies; i++) {
            int from = random.nextInt(YEARS);
            Optional<Instant> to =
                    random.nextInt(3) == 0 ? Optional.empty() : Optional.of(year(from + 1 + random.nextInt(YEARS)));
            AgencyId id = Sketch.id("a" + i);
            rows.add(new Agency(id, "a" + i, Optional.empty(), AgencyKind.UNIT, year(from), to));
            codes.add(new CodeAssignment(new AgencyCode("C" + i % 5), id, CodeForm.NEW, year(from), to, year(0)));
        }
        for (int i = 0; i < edges; i++) {
            successions.add(new Succession(
                    Sketch.id("a" + random.nextInt(agencies)),
                    Sketch.id("a" + random.nextInt(agencies)),
                    random.nextInt(4) == 0 ? SuccessionKind.PART : SuccessionKind.WHOLE,
                    year(random.nextInt(YEARS)),
                    ""));
        }
        return AgencyDirectory.of(1, new DirectoryRows(rows, codes, successions));
    }

    private static Instant year(int year) {
        return Instant.ofEpochSecond(year * 31_557_600L);
    }
}
