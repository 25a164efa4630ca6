package vn.lienthong.gateway.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import vn.lienthong.gateway.access.CallerKind;
import vn.lienthong.gateway.access.ReceivingSystem;
import vn.lienthong.gateway.agency.Sketch;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.DeliveryId;
import vn.lienthong.gateway.dossier.DeliverySketch;
import vn.lienthong.gateway.dossier.DeliveryState;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.reception.Letters;
import vn.lienthong.gateway.dossier.reception.Station;
import vn.lienthong.gateway.dossier.reception.StoreKind;

@ParameterizedClass
@EnumSource
final class RerouteTest {

    @AutoClose
    private final Station station;

    RerouteTest(StoreKind stores) {
        station = new Station(stores.open());
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
        Delivery first = station.copy(dossier, "H01");
        station.read(t -> {
            for (int i = 1; i <= 620; i++) {
                t.deliveries().add(List.of(further(first, i, i > 600 ? "sys-gone" : "sys-so")));
            }
            return true;
        });
        assertThat(station.sweep.rerouteAll()).isEqualTo(20);
        assertThat(station.copies(dossier))
                .extracting(copy -> copy.systemId().orElseThrow())
                .containsOnly("sys-so");
    }

    private static Delivery further(Delivery first, int number, String systemId) {
        return DeliverySketch.of(first)
                .id(new DeliveryId(UUID.randomUUID()))
                .docId("x" + number)
                .to("H01", "so", systemId)
                .at(first.createdAt().plusSeconds(number))
                .delivery();
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
