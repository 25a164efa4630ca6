package vn.lienthong.gateway.dossier.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.signature.Indication;
import vn.lienthong.gateway.signature.secondopinion.NoOpinion;
import vn.lienthong.gateway.signature.secondopinion.Opinion;

/** What counts against a document that nobody has answered about, and what does not. */
final class CountTriesTest {

    private final AskedStation asked = new AskedStation();

    @AfterEach
    void close() {
        asked.close();
    }

    private OpinionOutcome outcome(DossierId id) {
        return asked.kept(id).outcome().orElseThrow();
    }

    @Test
    void onlyTheDocumentThatKilledTheProcessIsSuspected() {
        DossierId deadly = asked.take("D1");
        asked.pass(Duration.ofSeconds(1));
        List<DossierId> behind = List.of(asked.take("D2"), asked.take("D3"));
        asked.kills();
        assertThatThrownBy(() -> asked.asking().ask()).isInstanceOf(AskedStation.Killed.class);

        asked.says(Indication.TOTAL_PASSED, "");
        assertThat(asked.asking().ask())
                .as("what only waited is asked about at once, by whoever comes")
                .isEqualTo(2);
        assertThat(behind).allMatch(id -> outcome(id) == OpinionOutcome.AGREED);
        assertThat(asked.kept(deadly).outcome()).isEmpty();
    }

    @Test
    void whatFoundNoRoomWaitsUncountedHoweverLong() {
        DossierId id = asked.take("D1");
        asked.take("D2");
        asked.does((file, beside, at) -> {
            throw NoOpinion.notAsked("bận");
        });
        AskOpinions asking = asked.asking();
        asking.ask();
        asking.ask();
        assertThat(asked.calls).as("nobody reads on for an engine without room").isEqualTo(1);
        for (int minute = 0; minute < 20; minute++) {
            asked.pass(Duration.ofMinutes(1));
            asking.ask();
        }
        assertThat(asked.calls).isGreaterThan(10);
        assertThat(asked.station.alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.kind()).isEqualTo("SECOND_OPINION_UNUSABLE");
            assertThat(alert.text()).contains("khởi động lại");
        });
        assertThat(asked.counted).isEmpty();

        asked.says(Indication.TOTAL_PASSED, "");
        asked.pass(Duration.ofMinutes(2));
        assertThat(asking.ask()).isEqualTo(2);
        assertThat(outcome(id)).isEqualTo(OpinionOutcome.AGREED);
        assertThat(asked.station.alerts()).isEmpty();
    }

    @Test
    void aGatewayThatStopsCountsAgainstNothing() {
        DossierId id = asked.take("D1");
        asked.does((file, beside, at) -> {
            Thread.currentThread().interrupt();
            throw NoOpinion.notAsked("dừng");
        });
        for (int stop = 0; stop < 5; stop++) {
            asked.asking().ask();
            assertThat(Thread.interrupted()).as("who stops us is heard").isTrue();
            asked.pass(Duration.ofMinutes(2));
        }
        asked.says(Indication.TOTAL_PASSED, "");
        assertThat(asked.asking().ask()).isEqualTo(1);
        assertThat(outcome(id)).isEqualTo(OpinionOutcome.AGREED);
    }

    @Test
    void theLeaseLastsWhileFilesAreAskedAbout() {
        asked.take("D1");
        asked.does((file, beside, at) -> {
            asked.pass(AskedStation.LEASE.minusSeconds(1));
            assertThat(asked.others()).as("nobody else is given it").isEmpty();
            return new Opinion(List.of());
        });
        asked.reading = Duration.ofMinutes(10);
        assertThat(asked.asking().ask()).isEqualTo(1);
    }

    @Test
    void ofThoseThatWereUnderWayWhenTheProcessEndedOneIsTriedAtATime() {
        asked.take("D1");
        asked.take("D2");
        assertThat(asked.others()).hasSize(2);
        asked.pass(AskedStation.LEASE.multipliedBy(2));
        AskOpinions asking = asked.asking();
        List<Integer> beside = new ArrayList<>();
        asked.does((file, over, at) -> {
            Thread other = new Thread(() -> beside.add(asking.ask()));
            other.start();
            joined(other);
            return new Opinion(List.of());
        });
        assertThat(asking.ask()).isEqualTo(1);
        assertThat(beside).containsExactly(0);
        asked.pass(Duration.ofMinutes(1));
        asked.saysNothing();
        assertThat(asking.ask()).as("the other one, alone").isEqualTo(1);
    }

    private static void joined(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }
}
