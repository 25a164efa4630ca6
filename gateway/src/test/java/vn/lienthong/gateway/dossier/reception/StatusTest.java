package vn.lienthong.gateway.dossier.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.gateway.delivery.PushOutcome;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.DeliveryState;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.MessageKind;
import vn.lienthong.gateway.dossier.Together;
import vn.lienthong.gateway.status.Status;

@ParameterizedClass
@EnumSource
final class StatusTest {

    @AutoClose
    private final Station station;

    StatusTest(StoreKind stores) {
        station = new Station(stores.open());
    }

    private List<Delivery> statusCopies(DossierId dossier) {
        return station.read(t -> t.deliveries().of(dossier)).stream()
                .filter(delivery -> delivery.kind() == MessageKind.STATUS)
                .toList();
    }

    private static ReceptionAnswer.StatusTaken taken(ReceptionAnswer answer) {
        return (ReceptionAnswer.StatusTaken) answer;
    }

    @ParameterizedTest
    @ValueSource(strings = {"01", "02", "03", "04", "05", "06", "15", "16", "77"})
    void aRecipientsStatusGoesToTheSender(String code) {
        DossierId dossier = station.take(Letters.letter("D1", "H01")).dossier();
        ReceptionAnswer answer = station.receive(Letters.status(code, "H01", "G01", "D1"), "sys-so");
        assertThat(taken(answer).matched()).isTrue();
        assertThat(statusCopies(dossier)).singleElement().satisfies(copy -> {
            assertThat(copy.code().text()).isEqualTo("G01");
            assertThat(copy.systemId()).contains("sys-bo");
        });
        assertThat(station.statuses(dossier)).extracting(Status::code).containsExactly(code);
    }

    @Test
    void aStatusFromWhoNeverGotTheDocumentStaysUnmatched() {
        DossierId dossier = station.take(Letters.letter("D1", "H01")).dossier();
        ReceptionAnswer answer = station.receive(Letters.status("03", "H02", "G01", "D1"), "sys-phong");
        assertThat(taken(answer).matched()).isFalse();
        assertThat(statusCopies(dossier)).isEmpty();
        assertThat(station.unmatched()).hasSize(1);
    }

    @Test
    void whoMayNotSpeakForTheAgencyIsRefused() {
        station.take(Letters.letter("D1", "H01"));
        assertThat(station.receive(Letters.status("03", "H01", "G01", "D1"), "sys-la"))
                .isInstanceOf(ReceptionAnswer.Refused.class);
    }

    @Test
    void theSameStatusAgainIsOne() throws Exception {
        DossierId dossier = station.take(Letters.letter("D1", "H01")).dossier();
        List<ReceptionAnswer> answers =
                Together.times(3, () -> station.receive(Letters.status("03", "H01", "G01", "D1"), "sys-so"));
        assertThat(answers)
                .extracting(answer -> taken(answer).docId())
                .containsOnly(taken(answers.getFirst()).docId());
        assertThat(statusCopies(dossier)).hasSize(1);
    }

    @Test
    void statusesAreKeptSideBySideWhateverTheirOrder() {
        DossierId dossier = station.take(Letters.letter("D1", "H01")).dossier();
        for (String code : List.of("06", "01", "03")) {
            station.receive(Letters.status(code, "H01", "G01", "D1"), "sys-so");
        }
        assertThat(station.statuses(dossier)).extracting(Status::code).containsExactly("06", "01", "03");
    }

    @Test
    void takingBackBeforeTheHandOverWithdraws() {
        DossierId dossier = station.take(Letters.letter("D1", "H01", "H02")).dossier();
        station.receive(Letters.status("13", "G01", "H01", "D1"), "sys-bo");
        assertThat(station.copy(dossier, "H01").state()).isEqualTo(DeliveryState.WITHDRAWN);
        assertThat(station.copy(dossier, "H02").state()).isEqualTo(DeliveryState.WAITING);
        assertThat(statusCopies(dossier)).isEmpty();
    }

    @Test
    void takingBackAfterwardsAsksTheReader() {
        DossierId dossier = station.take(Letters.letter("D1", "H01")).dossier();
        station.collecting.take(
                station.caller("sys-so"), station.copy(dossier, "H01").docId());
        station.receive(Letters.status("13", "G01", "H01", "D1"), "sys-bo");
        assertThat(station.copy(dossier, "H01").state()).isEqualTo(DeliveryState.WAITING);
        assertThat(statusCopies(dossier)).singleElement().satisfies(copy -> assertThat(copy.systemId())
                .contains("sys-so"));
    }

    @Test
    void takingBackDuringAnAttemptAsksTheReaderAndEndsTheTries() {
        DossierId dossier = station.take(Letters.letter("D1", "H03")).dossier();
        station.relay.relayAll();
        station.deliverer(delivery -> {
                    station.receive(Letters.status("13", "G01", "H03", "D1"), "sys-bo");
                    return new PushOutcome.TryAgain("HTTP 503");
                })
                .deliver(station.queue.getFirst());
        assertThat(station.copy(dossier, "H03").state()).isEqualTo(DeliveryState.WITHDRAWN);
        assertThat(statusCopies(dossier)).hasSize(1);
    }

    @Test
    void aRecipientCannotTakeADocumentBack() {
        DossierId dossier = station.take(Letters.letter("D1", "H01", "H02")).dossier();
        ReceptionAnswer answer = station.receive(Letters.status("13", "H01", "H02", "D1"), "sys-so");
        assertThat(taken(answer).matched()).isFalse();
        assertThat(station.copies(dossier)).extracting(Delivery::state).containsOnly(DeliveryState.WAITING);
    }

    @Test
    void theRecipientThatWasSucceededSpeaksThroughItsSuccessor() {
        DossierId dossier = station.take(Letters.letter("D1", "H04")).dossier();
        ReceptionAnswer answer = station.receive(Letters.status("03", "H05", "G01", "D1"), "sys-moi");
        assertThat(taken(answer).matched()).isTrue();
        assertThat(statusCopies(dossier)).hasSize(1);
    }

    @Test
    void aStatusCopyNeverAnswersForARecipientThatComesLater() {
        DossierId dossier =
                station.take(Letters.letter("D1", "H01", "G01"), "H01").dossier();
        station.receive(Letters.status("03", "H01", "G01", "D1"), "sys-so");
        station.take(Letters.letter("D1", "H01", "G01"));
        assertThat(station.copy(dossier, "G01").state()).isEqualTo(DeliveryState.WAITING);
    }
}
