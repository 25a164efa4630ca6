package vn.lienthong.gateway.dossier.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import vn.lienthong.gateway.agency.Sketch;
import vn.lienthong.gateway.dossier.Alerts;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.DeliveryState;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.DossierState;
import vn.lienthong.gateway.dossier.Hold;
import vn.lienthong.gateway.dossier.Mark;
import vn.lienthong.gateway.dossier.Together;
import vn.lienthong.gateway.evidence.EntryChain;
import vn.lienthong.gateway.evidence.EvidenceEvent;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.packet.check.PacketChecks;

@ParameterizedClass
@EnumSource
final class RecordSubmissionTest {

    @AutoClose
    private final Station station;

    RecordSubmissionTest(StoreKind stores) {
        station = new Station(stores.open());
    }

    @Test
    void anAcceptedDocumentHasADossierACopyEachAndAWholeChain() {
        ReceptionAnswer.Taken taken = station.take(Letters.letter("D1", "H01", "H03", "H06"));
        assertThat(taken.repeated()).isFalse();
        assertThat(station.dossier(taken.dossier()).marks()).containsExactly(Mark.FOR_INFORMATION);
        assertThat(station.dossier(taken.dossier()).recipients()).hasSize(3);
        assertThat(station.copy(taken.dossier(), "H01").state()).isEqualTo(DeliveryState.WAITING);
        assertThat(station.copy(taken.dossier(), "H03").push()).isTrue();
        assertThat(station.copy(taken.dossier(), "H06").state()).isEqualTo(DeliveryState.UNROUTED);
        assertThat(station.copies(taken.dossier()))
                .extracting(Delivery::docId)
                .doesNotHaveDuplicates()
                .doesNotContain(taken.docId());
        assertThat(EntryChain.check(station.entries(taken.dossier()))).isEmpty();
    }

    @Test
    void twoCodesThatMeetInOneAgencyShareACopy() {
        ReceptionAnswer.Taken taken = station.take(Letters.letter("D1", "H04", "H05"));
        assertThat(station.copies(taken.dossier())).singleElement().satisfies(copy -> assertThat(copy.agency())
                .contains(Sketch.id("moi")));
        assertThat(station.dossier(taken.dossier()).recipients())
                .extracting(recipient -> recipient.delivery().orElseThrow())
                .hasSize(2)
                .containsOnly(station.copies(taken.dossier()).getFirst().id());
        assertThat(station.dossier(taken.dossier()).marks()).contains(Mark.SUCCEEDED);
    }

    @Test
    void aSplitRecipientWaitsAloneForTheRegistrar() {
        ReceptionAnswer.Taken taken = station.take(Letters.letter("D1", "H01", "H07"));
        assertThat(taken.state()).isEqualTo(DossierState.ACCEPTED);
        assertThat(station.copy(taken.dossier(), "H01").state()).isEqualTo(DeliveryState.WAITING);
        assertThat(station.copy(taken.dossier(), "H07").state()).isEqualTo(DeliveryState.HELD);
    }

    @Test
    void whatIsHeldIsHeldForEverybodyUntilAPersonLetsItGo() {
        ReceptionAnswer.Taken taken = held("D1", "H01");
        assertThat(taken.state()).isEqualTo(DossierState.HELD);
        assertThat(station.dossier(taken.dossier()).hold()).contains(Hold.OPERATOR);
        assertThat(station.copy(taken.dossier(), "H01").state()).isEqualTo(DeliveryState.HELD);
        assertThat(station.operator.release(taken.dossier(), "an", "đã hỏi")).isTrue();
        assertThat(station.copy(taken.dossier(), "H01").state()).isEqualTo(DeliveryState.WAITING);
        assertThat(station.operator.release(taken.dossier(), "an", "lần nữa")).isFalse();
    }

    private ReceptionAnswer.Taken held(String documentId, String... to) {
        Finding finding = Finding.warning(ErrorCode.SIGNATURE_NOT_SENDERS, "thu.pdf", "chứng thư: H99");
        return (ReceptionAnswer.Taken)
                station.record(station.decide(Letters.letter(documentId, to), "sys-bo", List.of(finding)));
    }

    @Test
    void theSameDocumentAgainIsTheSameDocumentAndAddsOnlyWhoWasNotNamed() {
        ReceptionAnswer.Taken first = station.take(Letters.letter("D1", "H01", "H02"), "H01");
        ReceptionAnswer.Taken again = station.take(Letters.letter("D1", "H01", "H02"));
        assertThat(again.repeated()).isTrue();
        assertThat(again.docId()).isEqualTo(first.docId());
        assertThat(station.copies(first.dossier())).hasSize(2);
        station.take(Letters.letter("D1", "H01", "H02"));
        assertThat(station.copies(first.dossier())).hasSize(2);
        assertThat(station.stores.copiesKept()).isEqualTo(3);
    }

    /** As a PDF scan with no date, no signer and a peer's unknown recipient would leave them. */
    @Test
    void whatIsNotKnownIsWrittenAsUnknown() {
        station.read(t -> {
            t.alerts().raise(new Alerts.Alert(Station.NOW, "TEST", Optional.empty(), Optional.empty(), "không rõ"));
            return true;
        });
        assertThat(station.alerts()).singleElement().satisfies(alert -> assertThat(alert.dossier())
                .isEmpty());
        ReceptionAnswer.Taken taken = station.take(Letters.undated("D1", "H01"));
        assertThat(station.dossier(taken.dossier()).facts().promulgated()).isEmpty();
    }

    @Test
    void otherContentUnderTheSameIdIsAConflict() {
        station.take(Letters.letter("D1", "H01"));
        ReceptionAnswer answer = station.receive(Letters.letterOf("G01", "D1", "Nội dung khác", "0", "H01"), "sys-bo");
        assertThat(refusal(answer)).containsExactly(ErrorCode.DOCUMENT_CONFLICT);
        assertThat(station.refusals.latest(10)).hasSize(1);
    }

    private static List<ErrorCode> refusal(ReceptionAnswer answer) {
        return ((ReceptionAnswer.Refused) answer)
                .findings().stream().map(Finding::code).toList();
    }

    @Test
    void aStrangerWhoHoldsACopyCanNeitherRepeatItNorSendItOn() {
        ReceptionAnswer.Taken taken = station.take(Letters.letter("D1", "H01", "H02"), "H01");
        ReceptionAnswer answer = station.receive(Letters.letter("D1", "H01", "H02"), "sys-la");
        assertThat(refusal(answer)).contains(ErrorCode.SENDER_NOT_CALLER);
        assertThat(station.copies(taken.dossier())).hasSize(1);
    }

    @Test
    void recipientsOutsideThePacketAreRefused() {
        ReceptionAnswer answer = station.receive(Letters.letter("D1", "H01"), "sys-bo", "H02");
        assertThat(refusal(answer)).contains(ErrorCode.RECIPIENTS_WIDENED);
    }

    @Test
    void aDirectoryThatMovedOnIsAskedAgainBeforeTheRecord() {
        Decision decision = station.decide(Letters.letter("D1", "H01"), "sys-bo");
        station.agencies.draw(soBecamePhong());
        ReceptionAnswer.Taken taken = (ReceptionAnswer.Taken) station.record(decision);
        assertThat(station.copy(taken.dossier(), "H01").agency()).contains(Sketch.id("phong"));
        assertThat(station.dossier(taken.dossier()).version()).isEqualTo(2);
    }

    @Test
    void aDirectoryChangeThatAnotherNodeCommittedIsHonoured() {
        Decision decision = station.decide(Letters.letter("D1", "H01"), "sys-bo");
        station.agencies.drawElsewhere(soBecamePhong());
        ReceptionAnswer.Taken taken = (ReceptionAnswer.Taken) station.record(decision);
        assertThat(station.copy(taken.dossier(), "H01").agency()).contains(Sketch.id("phong"));
        assertThat(station.dossier(taken.dossier()).version()).isEqualTo(2);
    }

    @Test
    void anAgencyThatAnotherNodeLearnedOfMeanwhileIsNoReasonToRefuse() {
        Decision decision = station.decide(Letters.letter("D1", "H08"), "sys-bo");
        assertThat(decision).isInstanceOf(Decision.Refusal.class);
        station.agencies.drawElsewhere(
                Station.directory().agency("nay", "2020-01-01", "").code("H08", "nay", "2020-01-01", ""));
        ReceptionAnswer.Taken taken = (ReceptionAnswer.Taken) station.record(decision);
        assertThat(station.copy(taken.dossier(), "H08").agency()).contains(Sketch.id("nay"));
    }

    static Sketch soBecamePhong() {
        return new Sketch()
                .agency("bo", "2020-01-01", "")
                .code("G01", "bo", "2020-01-01", "")
                .agency("so", "2020-01-01", "2026-11-01")
                .code("H01", "so", "2020-01-01", "2026-11-01")
                .agency("phong", "2020-01-01", "")
                .code("H02", "phong", "2020-01-01", "")
                .whole("so", "phong", "2026-11-01");
    }

    @Test
    void whoeverComesSecondAtTheSameTimeGetsTheFirstOnesAnswer() throws Exception {
        Callable<ReceptionAnswer> send = () -> station.receive(Letters.letter("D1", "H01", "H02"), "sys-bo");
        List<ReceptionAnswer> answers = Together.times(4, send);
        assertThat(answers)
                .extracting(answer -> ((ReceptionAnswer.Taken) answer).docId())
                .containsOnly(((ReceptionAnswer.Taken) answers.getFirst()).docId());
        assertThat(answers)
                .filteredOn(answer -> !((ReceptionAnswer.Taken) answer).repeated())
                .hasSize(1);
        DossierId dossier = ((ReceptionAnswer.Taken) answers.getFirst()).dossier();
        assertThat(station.copies(dossier)).hasSize(2);
        assertThat(EntryChain.check(station.entries(dossier))).isEmpty();
    }

    @Test
    void twoRepeatsThatNameTheSameNewRecipientMakeOneCopy() throws Exception {
        ReceptionAnswer.Taken first = station.take(Letters.letter("D1", "H01", "H02"), "H01");
        Decision one = station.decide(Letters.letter("D1", "H01", "H02"), "sys-bo");
        Decision two = station.decide(Letters.letter("D1", "H01", "H02"), "sys-bo");
        station.record(one);
        station.record(two);
        assertThat(station.copies(first.dossier())).hasSize(2);
    }

    @Test
    void aRepeatOfWhatWasRefusedMeanwhileIsANewDocument() {
        ReceptionAnswer.Taken first = held("D1", "H01");
        Decision repeat = station.decide(Letters.letter("D1", "H01"), "sys-bo");
        station.operator.refuse(first.dossier(), "an", "không đúng nơi gửi");
        ReceptionAnswer.Taken again = (ReceptionAnswer.Taken) station.record(repeat);
        assertThat(again.repeated()).isFalse();
        assertThat(again.dossier()).isNotEqualTo(first.dossier());
        assertThat(station.copy(again.dossier(), "H01").state()).isEqualTo(DeliveryState.WAITING);
        assertThat(station.copy(first.dossier(), "H01").state()).isEqualTo(DeliveryState.FAILED);
    }

    @Test
    void aRecipientAddedLaterSharesNoStatusCopyAndNoWithdrawnOne() {
        ReceptionAnswer.Taken first = station.take(Letters.letter("D1", "H04", "H05"), "H04");
        station.operator.withdraw(station.copy(first.dossier(), "H04").id(), "an", "gửi nhầm");
        station.take(Letters.letter("D1", "H04", "H05"));
        assertThat(station.copy(first.dossier(), "H05").state()).isEqualTo(DeliveryState.WAITING);
    }

    @Test
    void idsThatNoIndexHoldsAreRefusedNotAFault() {
        String endless = "x".repeat(5_000);
        List<Finding> all = PacketChecks.all().check(Letters.letter(endless, "H01"));
        ReceptionAnswer answer = station.record(station.decide(Letters.letter(endless, "H01"), "sys-bo", all));
        assertThat(refusal(answer)).contains(ErrorCode.FIELD_TOO_LONG);
    }

    @Test
    void refusalsAndRepeatsAreInTheEntries() {
        ReceptionAnswer.Taken taken = station.take(Letters.letter("D1", "H01"));
        station.take(Letters.letter("D1", "H01"));
        assertThat(station.entries(taken.dossier()))
                .extracting(entry -> entry.event())
                .containsExactly(EvidenceEvent.SUBMISSION_ACCEPTANCE, EvidenceEvent.REPEATED_SUBMISSION);
    }

    @Test
    void anUnknownRecipientIsRefused() {
        assertThat(refusal(station.receive(Letters.letter("D1", "H99"), "sys-bo")))
                .contains(ErrorCode.AGENCY_UNKNOWN);
    }
}
