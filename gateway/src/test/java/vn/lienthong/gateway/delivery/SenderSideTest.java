package vn.lienthong.gateway.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.access.Caller;
import vn.lienthong.gateway.access.InheritMandates;
import vn.lienthong.gateway.access.InheritingSystems;
import vn.lienthong.gateway.access.Mandate;
import vn.lienthong.gateway.access.Right;
import vn.lienthong.gateway.agency.Sketch;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.dossier.reception.Letters;
import vn.lienthong.gateway.dossier.reception.ReceptionAnswer;
import vn.lienthong.gateway.dossier.reception.Station;
import vn.lienthong.gateway.dossier.reception.StoreKind;

/** Who may look at what was sent, before and after its sender became another body. */
final class SenderSideTest {

    @AutoClose
    private final Station station = new Station(StoreKind.IN_MEMORY.open());

    private final SenderSide side = new SenderSide(station.agencies, new Routing(station.systems), station.clock);

    private boolean holds(String systemId, Dossier dossier) {
        InheritingSystems systems =
                new InheritingSystems(station.systems, new InheritMandates(station.agencies, station.clock));
        Caller caller = systems.credentials(systemId).orElseThrow().caller();
        return side.holds(caller, dossier);
    }

    private Dossier sent() {
        return station.dossier(station.take(Letters.letter("D1", "H01")).dossier());
    }

    @Test
    void theSenderAndNobodyElse() {
        Dossier letter = sent();
        assertThat(holds("sys-bo", letter)).isTrue();
        assertThat(holds("sys-so", letter)).isFalse();
        assertThat(holds("sys-la", letter)).isFalse();
    }

    @Test
    void theBodyThatTheSenderBecameAsAWholeHasItsDocuments() {
        Dossier letter = sent();
        station.system("sys-ke", Optional.empty(), "ke");
        assertThat(holds("sys-ke", letter)).isFalse();
        station.agencies.draw(succession().whole("bo", "ke", "2026-11-02"));
        assertThat(holds("sys-ke", letter)).isTrue();
        assertThat(holds("sys-la", letter)).isFalse();
    }

    @Test
    void aPartOfTheSenderHasNothing() {
        Dossier letter = sent();
        station.system("sys-ke", Optional.empty(), "ke");
        station.agencies.draw(succession().part("bo", "ke", "2026-11-02").part("bo", "la", "2026-11-02"));
        assertThat(holds("sys-ke", letter)).isFalse();
    }

    private static Sketch succession() {
        return new Sketch()
                .agency("bo", "2020-01-01", "2026-11-02")
                .code("G01", "bo", "2020-01-01", "2026-11-02")
                .agency("la", "2020-01-01", "")
                .code("G02", "la", "2020-01-01", "")
                .agency("so", "2020-01-01", "")
                .code("H01", "so", "2020-01-01", "")
                .agency("ke", "2026-11-02", "")
                .code("G05", "ke", "2026-11-02", "");
    }

    /** A gateway that lost the right to carry for this sender does not keep it by carrying for another. */
    @Test
    void aCarrierWhileItCarriesForThatSender() {
        station.neighbour("tinh", "vang");
        ReceptionAnswer.Taken taken =
                (ReceptionAnswer.Taken) station.fetch(Letters.letterOf("H06", "D1", "Nội dung", "0", "H01"), "tinh");
        Dossier carried = station.dossier(taken.dossier());
        assertThat(holds("tinh", carried)).isTrue();
        station.systems.mandates("tinh").stream()
                .map(mandate ->
                        new Mandate(mandate.agency(), mandate.right(), mandate.from(), Optional.of(Station.NOW)))
                .forEach(ended -> station.systems.end("tinh", ended));
        station.systems.grant(
                "tinh", new Mandate(Sketch.id("la"), Right.TRANSIT, Sketch.day("2020-01-01"), Optional.empty()));
        assertThat(holds("tinh", carried)).isFalse();
    }
}
