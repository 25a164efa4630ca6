package vn.lienthong.gateway.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import vn.lienthong.gateway.agency.Sketch;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.DeliveryState;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.reception.Letters;
import vn.lienthong.gateway.dossier.reception.ReceptionAnswer;
import vn.lienthong.gateway.dossier.reception.Station;
import vn.lienthong.gateway.dossier.reception.StoreKind;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.packet.Packet;

/** What goes to, and comes from, agencies that nobody here answers for. */
@ParameterizedClass
@EnumSource
final class DefaultRouteTest {

    @AutoClose
    private final Station station;

    DefaultRouteTest(StoreKind stores) {
        station = new Station(stores.open());
    }

    /** H06 is nobody's; H06.1 is below it, H01.1 below an agency that is connected here. */
    private static Sketch withUnits() {
        return Station.directory()
                .agency("duoi-vang", "Dưới vàng", "vang", "2020-01-01", "")
                .code("H06.1", "duoi-vang", "2020-01-01", "")
                .agency("duoi-so", "Dưới sở", "so", "2020-01-01", "")
                .code("H01.1", "duoi-so", "2020-01-01", "");
    }

    private Optional<String> route(String to) {
        DossierId dossier = station.take(Letters.letter("D-" + to, to)).dossier();
        return station.copy(dossier, to).systemId();
    }

    private static List<ErrorCode> refused(ReceptionAnswer answer) {
        return ((ReceptionAnswer.Refused) answer)
                .findings().stream().map(Finding::code).toList();
    }

    private static Packet letterFrom(String from, String id, String... to) {
        return Letters.letterOf(from, id, "Nội dung", "0", to);
    }

    @Test
    void theDefaultRouteIsForWhomNobodyHereAnswers() {
        station.agencies.draw(withUnits());
        assertThat(route("H06")).isEmpty();
        station.neighbour("truc");
        assertThat(route("H06.1")).contains("truc");
        assertThat(route("H01")).contains("sys-so");
        assertThat(route("H01.1")).as("below one of ours: looked for here").isEmpty();
    }

    @Test
    void whatASuperiorsCarrierTakesDoesNotGoByDefault() {
        station.agencies.draw(withUnits());
        station.neighbour("truc");
        station.neighbour("tinh", "vang");
        assertThat(route("H06")).contains("tinh");
        assertThat(route("H06.1")).contains("tinh");
    }

    @Test
    void aSystemThatIsDisabledKeepsItsDocumentsHere() {
        station.neighbour("truc");
        station.systems.save(station.systems.find("sys-so").orElseThrow().withEnabled(false), new byte[] {1});
        DossierId dossier = station.take(Letters.letter("D1", "H01")).dossier();
        assertThat(station.copy(dossier, "H01").state()).isEqualTo(DeliveryState.UNROUTED);
    }

    /** A carrier of the superior is none of a body below it that has a system of its own here. */
    @Test
    void aCarrierSpeaksForNobodyWhoSpeaksForHimselfHere() {
        station.agencies.draw(withUnits());
        station.neighbour("tinh", "vang");
        assertThat(station.fetch(letterFrom("H06.1", "D1", "H01"), "tinh")).isInstanceOf(ReceptionAnswer.Taken.class);
        station.system("sys-duoi", Optional.empty(), "duoi-vang");
        assertThat(refused(station.fetch(letterFrom("H06.1", "D2", "H01"), "tinh")))
                .contains(ErrorCode.SENDER_NOT_CALLER);
        assertThat(station.fetch(letterFrom("H06", "D3", "H01"), "tinh")).isInstanceOf(ReceptionAnswer.Taken.class);
    }

    @Test
    void theDefaultRouteSpeaksForTheRestAndForNoneOfOurs() {
        station.neighbour("truc");
        assertThat(station.fetch(letterFrom("H06", "D1", "H01"), "truc")).isInstanceOf(ReceptionAnswer.Taken.class);
        assertThat(refused(station.fetch(letterFrom("G01", "D2", "H01"), "truc")))
                .contains(ErrorCode.SENDER_NOT_CALLER);
    }

    @Test
    void ofWhatIsFetchedTheNeighboursOwnRecipientsAreLeftOut() {
        station.neighbour("truc");
        ReceptionAnswer.Taken taken =
                (ReceptionAnswer.Taken) station.fetch(letterFrom("G02", "D1", "H01", "H06"), "sys-la");
        assertThat(station.copies(taken.dossier())).hasSize(2);

        station.agencies.draw(
                Station.directory().agency("xa-la", "2020-01-01", "").code("K01", "xa-la", "2020-01-01", ""));
        ReceptionAnswer.Taken fetched =
                (ReceptionAnswer.Taken) station.fetch(letterFrom("K01", "D2", "H01", "H06"), "truc");
        assertThat(station.copies(fetched.dossier()))
                .extracting(Delivery::systemId)
                .containsExactly(Optional.of("sys-so"));

        ReceptionAnswer.Taken none = (ReceptionAnswer.Taken) station.fetch(letterFrom("K01", "D3", "H06"), "truc");
        assertThat(station.copies(none.dossier())).as("a person will see").hasSize(1);
    }

    /** A list that spells recipients otherwise than the packet does narrows nothing, and refuses nothing for ever. */
    @Test
    void whatANeighboursListSaysIsNoDemandOfTheSender() {
        station.neighbour("truc");
        station.agencies.draw(
                Station.directory().agency("xa-la", "2020-01-01", "").code("K01", "xa-la", "2020-01-01", ""));
        ReceptionAnswer.Taken none =
                (ReceptionAnswer.Taken) station.fetch(letterFrom("K01", "D1", "H01", "H06"), "truc", "000.00.00.H01");
        assertThat(station.copies(none.dossier()))
                .extracting(copy -> copy.code().text())
                .containsExactly("H01");
        ReceptionAnswer.Taken one = (ReceptionAnswer.Taken)
                station.fetch(letterFrom("K01", "D2", "H01", "H02"), "truc", "H02", "000.00.00.H01");
        assertThat(station.copies(one.dossier()))
                .extracting(copy -> copy.code().text())
                .containsExactly("H02");
    }
}
