package vn.lienthong.gateway.dossier.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.gateway.agency.Sketch;
import vn.lienthong.gateway.delivery.PushOutcome;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.DeliveryState;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.MessageKind;
import vn.lienthong.gateway.dossier.Together;
import vn.lienthong.gateway.evidence.EntryChain;
import vn.lienthong.gateway.evidence.EvidenceEvent;
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
    void aStatusOfWhoTookOverAPartIsJoinedOnceARegistrarChoseThatBody() {
        DossierId dossier = station.take(Letters.letter("D1", "H07")).dossier();
        Delivery copy = station.copy(dossier, "H07");
        ReceptionAnswer answer = station.receive(Letters.status("03", "H02", "G01", "D1"), "sys-phong");
        assertThat(taken(answer).matched()).isFalse();

        assertThat(station.operator.assign(copy.id(), Sketch.id("phong"), "USER:an", "theo quyết định 5"))
                .isTrue();

        assertThat(station.unmatched()).isEmpty();
        assertThat(station.statuses(dossier)).extracting(Status::code).containsExactly("03");
        assertThat(statusCopies(dossier)).singleElement().satisfies(onward -> assertThat(onward.systemId())
                .contains("sys-bo"));
        assertThat(station.operator.assign(copy.id(), Sketch.id("phong"), "USER:an", "lần nữa"))
                .isFalse();
        assertThat(statusCopies(dossier)).hasSize(1);
    }

    @Test
    void aRequestToTakeBackThatWaitedForTheRecipientWithdrawsTheChosenCopy() {
        DossierId dossier = station.take(Letters.letter("D1", "H07")).dossier();
        station.receive(Letters.status("13", "G01", "H02", "D1"), "sys-bo");
        assertThat(station.unmatched()).hasSize(1);
        station.operator.assign(station.copy(dossier, "H07").id(), Sketch.id("phong"), "USER:an", "theo quyết định 5");
        assertThat(station.copy(dossier, "H07").state()).isEqualTo(DeliveryState.WITHDRAWN);
        assertThat(station.unmatched()).isEmpty();
    }

    @Test
    void whatIsAssignedWhileTheSameStatusesComeInIsJoinedOnce() throws Exception {
        DossierId dossier = station.take(Letters.letter("D1", "H07")).dossier();
        Delivery copy = station.copy(dossier, "H07");
        Together.run(List.<Callable<Object>>of(
                () -> station.operator.assign(copy.id(), Sketch.id("phong"), "USER:an", "theo quyết định 5"),
                () -> station.receive(Letters.status("03", "H02", "G01", "D1"), "sys-phong"),
                () -> station.receive(Letters.status("13", "G01", "H02", "D1"), "sys-bo")));
        assertThat(station.unmatched()).isEmpty();
        assertThat(station.statuses(dossier)).extracting(Status::code).containsExactlyInAnyOrder("03", "13");
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

    @ParameterizedTest
    @ValueSource(strings = {"01", "03", "15", "77"})
    void aStatusThatComesBeforeItsDocumentWaitsForIt(String code) {
        ReceptionAnswer early = station.receive(Letters.status(code, "H01", "G01", "D1"), "sys-so");
        assertThat(taken(early).matched()).isFalse();
        assertThat(station.unmatched()).singleElement().satisfies(status -> assertThat(status.note())
                .contains("không có văn bản nào"));
        station.clock.pass(Duration.ofMinutes(3));
        DossierId dossier = station.take(Letters.letter("D1", "H01")).dossier();
        assertThat(station.unmatched()).isEmpty();
        assertThat(statusCopies(dossier)).singleElement().satisfies(copy -> {
            assertThat(copy.systemId()).contains("sys-bo");
            assertThat(copy.bytes().length()).isPositive();
        });
        assertThat(station.entries(dossier)).anySatisfy(entry -> {
            assertThat(entry.event()).isEqualTo(EvidenceEvent.STATUS_RECEIVED);
            assertThat(entry.detailJson()).contains("\"receivedAt\":\"2026-11-02T03:00:00Z\"", "sys-so");
        });
        assertThat(EntryChain.check(station.entries(dossier))).isEmpty();
        ReceptionAnswer again = station.receive(Letters.status(code, "H01", "G01", "D1"), "sys-so");
        assertThat(taken(again).docId()).isEqualTo(taken(early).docId());
        assertThat(taken(again).matched()).isTrue();
        station.take(Letters.letter("D1", "H01"));
        assertThat(statusCopies(dossier)).as("sent on once").hasSize(1);
    }

    /** On the wire an update has its document's id: by that alone the status would be joined with the document. */
    @Test
    void aPersonsStatusIsJoinedWithTheDocumentThePersonLookedAt() {
        DossierId letter = station.take(Letters.letter("D1", "H01", "H02")).dossier();
        DossierId update =
                station.take(Letters.removing("D1", "D1", "H02", "H01", "H02")).dossier();
        assertThat(update).isNotEqualTo(letter);
        ReceptionAnswer answer = station.answer(Letters.status("02", "H01", "G01", "D1"), "sys-so", update);
        assertThat(taken(answer).matched()).isTrue();
        assertThat(station.statuses(update)).extracting(Status::code).containsExactly("02");
        assertThat(station.statuses(letter)).isEmpty();
    }

    @Test
    void aPersonsStatusAboutADocumentOfOthersIsJoinedWithNothing() {
        DossierId letter = station.take(Letters.letter("D1", "H01")).dossier();
        ReceptionAnswer answer = station.answer(Letters.status("03", "H02", "G01", "D1"), "sys-phong", letter);
        assertThat(taken(answer).matched()).isFalse();
        assertThat(station.statuses(letter)).isEmpty();
        assertThat(station.unmatched()).hasSize(1);
    }

    @Test
    void aRequestToTakeBackThatComesBeforeItsDocumentWithdrawsIt() {
        station.receive(Letters.status("13", "G01", "H01", "D1"), "sys-bo");
        DossierId dossier = station.take(Letters.letter("D1", "H01", "H02")).dossier();
        assertThat(station.copy(dossier, "H01").state()).isEqualTo(DeliveryState.WITHDRAWN);
        assertThat(station.copy(dossier, "H02").state()).isEqualTo(DeliveryState.WAITING);
        assertThat(statusCopies(dossier)).isEmpty();
    }

    @Test
    void aStatusWaitsUntilItsSenderIsARecipient() {
        DossierId dossier =
                station.take(Letters.letter("D1", "H01", "H02"), "H01").dossier();
        station.receive(Letters.status("03", "H02", "G01", "D1"), "sys-phong");
        assertThat(statusCopies(dossier)).isEmpty();
        station.take(Letters.letter("D1", "H01", "H02"));
        assertThat(statusCopies(dossier)).hasSize(1);
        assertThat(station.unmatched()).isEmpty();
    }

    @Test
    void aStrangersStatusKeepsWaiting() {
        station.receive(Letters.status("03", "G02", "G01", "D1"), "sys-la");
        DossierId dossier = station.take(Letters.letter("D1", "H01")).dossier();
        assertThat(statusCopies(dossier)).isEmpty();
        assertThat(station.unmatched()).hasSize(1);
    }

    @Test
    void aStatusAndItsDocumentAtTheSameTimeMeetOnce() throws Exception {
        for (int i = 0; i < 8; i++) {
            String id = "D" + i;
            List<ReceptionAnswer> answers = Together.run(List.of(
                    () -> station.receive(Letters.letter(id, "H01"), "sys-bo"),
                    () -> station.receive(Letters.status("03", "H01", "G01", id), "sys-so")));
            DossierId dossier = ((ReceptionAnswer.Taken) answers.getFirst()).dossier();
            assertThat(statusCopies(dossier)).hasSize(1);
        }
        assertThat(station.unmatched()).isEmpty();
    }

    @Test
    void anAmbiguousStatusIsJoinedByHand() {
        // A recall may bear the id of another document than the one it recalls.
        DossierId recall =
                station.take(Letters.recall("D1", "D9", "sai số", "H01")).dossier();
        DossierId letter = station.take(Letters.letter("D1", "H01")).dossier();
        station.receive(Letters.status("03", "H01", "G01", "D1"), "sys-so");
        Status status = station.unmatched().getFirst();
        assertThat(status.note()).contains("2 văn bản cùng mã");
        assertThat(station.byHand.question(status.id()).orElseThrow().candidates())
                .extracting(Dossier::id)
                .containsExactlyInAnyOrder(recall, letter);
        DossierId elsewhere = station.take(Letters.letter("D2", "H02")).dossier();
        assertThat(station.byHand.join(status.id(), elsewhere, "an", "đoán"))
                .as("H01 never got that one")
                .isFalse();
        assertThat(station.byHand.join(status.id(), letter, "an", "theo số ký hiệu"))
                .isTrue();
        assertThat(station.byHand.join(status.id(), recall, "an", "lần nữa")).isFalse();
        assertThat(statusCopies(letter)).hasSize(1);
        assertThat(statusCopies(recall)).isEmpty();
        assertThat(station.entries(letter).getLast()).satisfies(entry -> {
            assertThat(entry.actor()).isEqualTo("an");
            assertThat(entry.detailJson()).contains("theo số ký hiệu");
        });
        assertThat(station.unmatched()).isEmpty();
        assertThat(station.byHand.question(status.id())).isEmpty();
    }
}
