package vn.lienthong.gateway.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.lienthong.gateway.agency.Sketch.code;
import static vn.lienthong.gateway.agency.Sketch.day;
import static vn.lienthong.gateway.agency.Sketch.id;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What any store of the directory promises. */
public abstract class AgenciesContract {

    /** A store with nothing in it, the same one for the whole of a test. */
    protected abstract Agencies agencies();

    /** A second view of the same store, as another node has it. */
    protected abstract Agencies anotherNode();

    private static final DirectoryRows ONE = new Sketch()
            .agency("one", "Một", "", "2020-01-01", "")
            .code("X", "one", "2020-01-01", "")
            .rows();

    private static DirectoryChange adding(long basedOn, DirectoryRows rows) {
        return new DirectoryChange(basedOn, rows, DirectoryRows.NONE, "test");
    }

    @Test
    void beginsEmptyAtVersionZero() {
        assertThat(agencies().current().version())
                .isEqualTo(AgencyDirectory.empty().version());
        assertThat(agencies().asKnown(0))
                .map(AgencyDirectory::version)
                .contains(AgencyDirectory.empty().version());
        assertThat(agencies().asKnown(1)).isEmpty();
        assertThat(agencies().asKnown(-1)).isEmpty();
    }

    @Test
    void whatIsDoneBesidesUndoesTheChange() {
        assertThatThrownBy(() -> agencies().add(adding(0, ONE), () -> {
                    throw new IllegalStateException("decided meanwhile");
                }))
                .hasMessage("decided meanwhile");
        assertThat(agencies().current().version().number()).isZero();
        anotherNode().refreshIfNewer();
        assertThat(anotherNode().current().version().number()).isZero();
        assertThat(agencies().add(adding(0, ONE)).number()).isEqualTo(1);
    }

    @Test
    void anAddedVersionIsCurrentAtOnceAndOnEveryNodeThatLooks() {
        Agencies other = anotherNode();
        assertThat(other.current().version().number()).isZero();

        DirectoryVersion version = agencies().add(adding(0, ONE));

        assertThat(version.number()).isEqualTo(1);
        assertThat(agencies().current().version()).isEqualTo(version);
        other.refreshIfNewer();
        assertThat(other.current().version()).isEqualTo(version);
        assertThat(other.refreshIfNewer()).isFalse();
        assertThat(other.current().holderOf(code("X"), day("2026-01-01"))).contains(id("one"));
    }

    @Test
    void everyKindOfRowComesBackAsItWas() {
        Instant fine = Instant.parse("2024-02-29T23:59:59.123456789Z");
        AgencyId below = id("below");
        DirectoryRows rows = new DirectoryRows(
                List.of(
                        new Agency(
                                id("one"),
                                "Một, \"hai\"\nđ ê",
                                Optional.empty(),
                                AgencyKind.HUB,
                                fine,
                                Optional.of(day("2025-01-01"))),
                        new Agency(
                                id("two"),
                                "Hai",
                                Optional.empty(),
                                AgencyKind.OTHER,
                                day("2025-01-01"),
                                Optional.empty()),
                        new Agency(below, "Dưới", Optional.of(id("one")), AgencyKind.UNIT, fine, Optional.empty())),
                List.of(new CodeAssignment(
                        code("vxp.{1}\\,'"), below, CodeForm.OTHER, fine, Optional.of(day("2025-01-01")), fine)),
                List.of(new Succession(id("one"), id("two"), SuccessionKind.WHOLE, day("2025-01-01"), "NQ \"1\"")));

        agencies().add(adding(0, rows));

        AgencyDirectory read = agencies().asKnown(1).orElseThrow();
        assertThat(read.rows().agencies()).containsExactlyInAnyOrderElementsOf(rows.agencies());
        assertThat(read.rows().codes()).containsExactlyInAnyOrderElementsOf(rows.codes());
        assertThat(read.rows().successions()).containsExactlyInAnyOrderElementsOf(rows.successions());
        assertThat(read.version()).isEqualTo(agencies().current().version());
    }

    @Test
    void anEarlierVersionCanBeReadAgain() {
        agencies().add(adding(0, ONE));
        Agency before = ONE.agencies().getFirst();
        CodeAssignment codeBefore = ONE.codes().getFirst();
        DirectoryRows after = new Sketch()
                .agency("one", "Một mới", "", "2020-01-01", "2026-01-01")
                .agency("two", "Hai", "", "2026-01-01", "")
                .code("X", "one", "2020-01-01", "2026-01-01")
                .code("X", "two", "2026-01-01", "")
                .whole("one", "two", "2026-01-01")
                .rows();

        agencies()
                .add(new DirectoryChange(
                        1, after, new DirectoryRows(List.of(before), List.of(codeBefore), List.of()), "merge"));

        AgencyDirectory first = agencies().asKnown(1).orElseThrow();
        AgencyDirectory second = agencies().asKnown(2).orElseThrow();
        assertThat(first.resolve(code("X"), day("2025-01-01"), day("2026-01-01")))
                .isEqualTo(new Resolution.Resolved(code("X"), id("one")));
        assertThat(second.resolve(code("X"), day("2025-01-01"), day("2026-01-01"))
                        .destination())
                .contains(id("two"));
        assertThat(second.version()).isEqualTo(agencies().current().version());
        assertThat(first.version().sha256()).isNotEqualTo(second.version().sha256());
    }

    @Test
    void aChangeWorkedOutOnAnotherVersionIsRefused() {
        agencies().add(adding(0, ONE));
        DirectoryRows two = new Sketch().agency("two", "2020-01-01", "").rows();

        assertThatThrownBy(() -> agencies().add(adding(0, two))).isInstanceOf(DirectoryMovedException.class);
        assertThatThrownBy(() -> agencies().add(adding(2, two))).isInstanceOf(DirectoryMovedException.class);
        assertThat(agencies().add(adding(1, two)).number()).isEqualTo(2);
    }

    @Test
    void anInconsistentChangeLeavesNothingBehind() {
        agencies().add(adding(0, ONE));
        DirectoryRows overlap = new Sketch()
                .agency("two", "2020-01-01", "")
                .code("X", "two", "2022-01-01", "")
                .rows();
        DirectoryRows absent = new Sketch().agency("nobody", "2020-01-01", "").rows();

        assertThatThrownBy(() -> agencies().add(adding(1, overlap)))
                .isInstanceOf(DirectoryInconsistentException.class)
                .hasMessageContaining("chồng nhau");
        assertThatThrownBy(() -> agencies().add(new DirectoryChange(1, DirectoryRows.NONE, absent, "drop")))
                .isInstanceOf(DirectoryInconsistentException.class);
        assertThat(agencies().current().version().number()).isEqualTo(1);
        assertThat(agencies().asKnown(2)).isEmpty();
    }

    /** Eight nodes add to the same version at once: one wins, seven are told to look again. */
    @Test
    void ofChangesMadeTogetherOneWins() throws Exception {
        int nodes = 8;
        List<Agencies> views =
                IntStream.range(0, nodes).mapToObj(i -> anotherNode()).toList();
        List<Callable<Boolean>> adds = IntStream.range(0, nodes)
                .<Callable<Boolean>>mapToObj(i -> () -> won(views.get(i), i))
                .toList();
        int winners = 0;
        try (ExecutorService pool = Executors.newFixedThreadPool(nodes)) {
            for (Future<Boolean> outcome : pool.invokeAll(adds)) {
                winners += outcome.get() ? 1 : 0;
            }
        }

        assertThat(winners).isEqualTo(1);
        agencies().refreshIfNewer();
        assertThat(agencies().current().version().number()).isEqualTo(1);
        assertThat(agencies().current().rows().agencies()).hasSize(1);
    }

    private static boolean won(Agencies view, int i) {
        try {
            view.add(adding(0, new Sketch().agency("node" + i, "2020-01-01", "").rows()));
            return true;
        } catch (DirectoryMovedException moved) {
            return false;
        }
    }

    @Test
    void levelOneSurvivesTheTrip() {
        InMemoryAgencies reference = new InMemoryAgencies();
        DirectoryVersion expected = DirectorySeed.plantIfEmpty(reference, day("2026-11-22"));

        assertThat(DirectorySeed.plantIfEmpty(agencies(), day("2026-11-23"))).isEqualTo(expected);
        assertThat(agencies().asKnown(1).orElseThrow().version()).isEqualTo(expected);
    }
}
