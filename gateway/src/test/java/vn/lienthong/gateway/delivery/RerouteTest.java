package vn.lienthong.gateway.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.access.CallerKind;
import vn.lienthong.gateway.access.ReceivingSystem;
import vn.lienthong.gateway.agency.Sketch;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.DeliveryState;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.reception.Letters;
import vn.lienthong.gateway.dossier.reception.Station;
import vn.lienthong.gateway.jdbc.TestDatabase;

final class RerouteTest {

    private final TestDatabase database = TestDatabase.fresh();
    private final Station station = new Station(database.jdbi());

    @AfterEach
    void close() {
        database.close();
    }

    private DossierId send(String... to) {
        return station.take(Letters.letter("D1", to)).dossier();
    }

    private static Sketch sender() {
        return new Sketch().agency("bo", "2020-01-01", "").code("G01", "bo", "2020-01-01", "");
    }

    /** H01 and H03 became one with H02. */
    private static Sketch merged() {
        return sender().agency("so", "2020-01-01", "2026-11-01")
                .code("H01", "so", "2020-01-01", "2026-11-01")
                .agency("xa", "2020-01-01", "2026-11-01")
                .code("H03", "xa", "2020-01-01", "2026-11-01")
                .agency("phong", "2020-01-01", "")
                .code("H02", "phong", "2020-01-01", "")
                .whole("so", "phong", "2026-11-01")
                .whole("xa", "phong", "2026-11-01");
    }

    private static Sketch split() {
        return sender().agency("so", "2020-01-01", "2026-11-01")
                .code("H01", "so", "2020-01-01", "2026-11-01")
                .agency("phong", "2020-01-01", "")
                .agency("xa", "2020-01-01", "")
                .part("so", "phong", "2026-11-01")
                .part("so", "xa", "2026-11-01");
    }

    @Test
    void whatWaitsForABodyThatIsGoneGoesToItsSuccessor() {
        DossierId dossier = send("H01");
        station.agencies.draw(merged());
        assertThat(station.sweep.rerouteAll()).isEqualTo(1);
        Delivery copy = station.copy(dossier, "H01");
        assertThat(copy.agency()).contains(Sketch.id("phong"));
        assertThat(copy.systemId()).contains("sys-phong");
        assertThat(station.sweep.rerouteAll()).isZero();
    }

    @Test
    void copiesThatMeetInOneAgencyBecomeOneThatAnswersForAll() {
        DossierId dossier = send("H01", "H02");
        station.agencies.draw(merged());
        station.sweep.rerouteAll();
        assertThat(station.copy(dossier, "H01").state()).isEqualTo(DeliveryState.MERGED);
        Delivery one = station.copy(dossier, "H02");
        assertThat(one.state()).isEqualTo(DeliveryState.WAITING);
        assertThat(station.dossier(dossier).recipients())
                .allSatisfy(recipient -> assertThat(recipient.delivery()).contains(one.id()));
    }

    @Test
    void aRecallForOneOfTwoThatMetLeavesTheOtherItsCopy() {
        DossierId dossier = send("H01", "H02");
        station.agencies.draw(merged());
        station.sweep.rerouteAll();
        station.take(Letters.recall("R1", "D1", "sai", "H02"));
        assertThat(station.copy(dossier, "H02").state()).isEqualTo(DeliveryState.WAITING);
    }

    @Test
    void aPushedCopyIsResolvedAgainWhenItIsBegun() {
        DossierId dossier = send("H03");
        station.relay.relay();
        station.agencies.draw(merged());
        station.deliverer(delivery -> {
                    throw new AssertionError("pushed to the old body");
                })
                .deliver(station.queue.getFirst());
        assertThat(station.copy(dossier, "H03").systemId()).contains("sys-phong");
        assertThat(station.copy(dossier, "H03").state()).isEqualTo(DeliveryState.WAITING);
    }

    @Test
    void onASplitNobodyGuesses() {
        DossierId dossier = send("H01");
        station.agencies.draw(split());
        station.sweep.rerouteAll();
        Delivery copy = station.copy(dossier, "H01");
        assertThat(copy.state()).isEqualTo(DeliveryState.HELD);
        assertThatThrownBy(() -> station.operator.assign(copy.id(), Sketch.id("phong"), "an", " "))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(station.operator.assign(copy.id(), Sketch.id("phong"), "an", "theo quyết định 5"))
                .isTrue();
        assertThat(station.copy(dossier, "H01").state()).isEqualTo(DeliveryState.WAITING);
        assertThat(station.operator.assign(copy.id(), Sketch.id("xa"), "an", "nữa"))
                .isFalse();
    }

    @Test
    void aSystemThatComesLaterTakesWhatWaitedForIt() {
        DossierId dossier = send("H06");
        station.system("sys-vang", Optional.empty(), "vang");
        assertThat(station.sweep.rerouteAll()).isEqualTo(1);
        assertThat(station.copy(dossier, "H06").state()).isEqualTo(DeliveryState.WAITING);
    }

    @Test
    void aSystemThatIsSwitchedOffTakesNothingAway() {
        DossierId dossier = send("H03");
        ReceivingSystem old = station.systems.find("sys-xa").orElseThrow();
        station.systems.save(
                new ReceivingSystem(
                        "sys-xa",
                        "x",
                        CallerKind.AGENCY,
                        Duration.ofHours(1),
                        List.of(),
                        Optional.empty(),
                        old.pushTo(),
                        false),
                new byte[] {1});
        station.sweep.rerouteAll();
        assertThat(station.copy(dossier, "H03").state()).isEqualTo(DeliveryState.UNROUTED);
        station.system("sys-xa-2", Optional.empty(), "xa");
        station.sweep.rerouteAll();
        assertThat(station.copy(dossier, "H03").systemId()).contains("sys-xa-2");
    }

    /** More than one page, and nothing on the first that moves. */
    @Test
    void whatStaysWhereItIsKeepsNothingBehindItFromMoving() {
        DossierId dossier = send("H01");
        database.jdbi()
                .useHandle(
                        handle -> handle.execute(
                                """
                        insert into delivery (id, dossier_id, kind, doc_id, from_code, code, agency, system_id, push, state,
                          dispatch, attempts, failures, urgency, bytes_digest, bytes_length, created_at, updated_at, taken, reason)
                        select gen_random_uuid(), dossier_id, kind, 'x' || n, from_code, code, agency,
                          case when n > 600 then 'sys-gone' else system_id end, push, state, dispatch, attempts, failures,
                          urgency, bytes_digest, bytes_length, created_at + n * interval '1 second', updated_at, taken, reason
                        from delivery, generate_series(1, 620) n
                        """));
        assertThat(station.sweep.rerouteAll()).isEqualTo(20);
        assertThat(station.copies(dossier))
                .extracting(copy -> copy.systemId().orElseThrow())
                .containsOnly("sys-so");
    }

    @Test
    void ofReleaseAndRefusalAtTheSameTimeOneHappens() {
        DossierId dossier = send("H01");
        assertThat(station.operator.release(dossier, "an", "không giữ")).isFalse();
        assertThat(station.operator.refuse(dossier, "an", "không giữ")).isFalse();
        assertThat(station.operator.revive(station.copy(dossier, "H01").id(), "an", "không chết"))
                .isFalse();
    }
}
