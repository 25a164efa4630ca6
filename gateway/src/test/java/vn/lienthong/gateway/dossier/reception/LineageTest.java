package vn.lienthong.gateway.dossier.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import vn.lienthong.gateway.delivery.DeliverDocument;
import vn.lienthong.gateway.delivery.PushOutcome;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.DeliveryState;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.Mark;
import vn.lienthong.gateway.dossier.Together;
import vn.lienthong.gateway.evidence.EntryChain;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.packet.DocumentId;
import vn.lienthong.gateway.packet.Packet;
import vn.lienthong.gateway.packet.Replacement;

@ParameterizedClass
@EnumSource
final class LineageTest {

    @AutoClose
    private final Station station;

    LineageTest(StoreKind stores) {
        station = new Station(stores.open());
    }

    private DeliveryState state(DossierId dossier, String code) {
        return station.copy(dossier, code).state();
    }

    private DossierId take(Packet packet) {
        return station.take(packet).dossier();
    }

    private void collect(DossierId dossier, String code, String systemId) {
        String docId = station.copy(dossier, code).docId();
        assertThat(station.collecting.take(station.caller(systemId), docId)).isPresent();
    }

    @Test
    void aRecallBeforeTheHandOverWithdrawsTheCopyAndItsOwnNotice() {
        DossierId document = take(Letters.letter("D1", "H01", "H02"));
        DossierId recall = take(Letters.recall("R1", "D1", "sai số", "H01"));
        assertThat(state(document, "H01")).isEqualTo(DeliveryState.WITHDRAWN);
        assertThat(state(document, "H02")).isEqualTo(DeliveryState.WAITING);
        assertThat(state(recall, "H01")).isEqualTo(DeliveryState.WITHDRAWN);
        assertThat(station.lineageOf(document)).hasSize(2);
        assertThat(EntryChain.check(station.entries(document))).isEmpty();
    }

    @Test
    void aRecallAfterTheCopyWasTakenReachesItsReader() {
        DossierId document = take(Letters.letter("D1", "H01"));
        collect(document, "H01", "sys-so");
        DossierId recall = take(Letters.recall("R1", "D1", "sai số", "H01"));
        assertThat(state(document, "H01")).isEqualTo(DeliveryState.WAITING);
        assertThat(state(recall, "H01")).isEqualTo(DeliveryState.WAITING);
    }

    @Test
    void aSecondRecallTakesNoNoticeFromAReaderWhoHasTheDocument() {
        DossierId document = take(Letters.letter("D1", "H01"));
        collect(document, "H01", "sys-so");
        DossierId first = take(Letters.recall("D1", "D1", "sai số", "H01"));
        DossierId second = take(Letters.recall("D1", "D1", "sai số, nhắc lại", "H01"));
        assertThat(state(first, "H01")).isEqualTo(DeliveryState.WAITING);
        assertThat(state(second, "H01")).isEqualTo(DeliveryState.WAITING);
    }

    @Test
    void anUpdateThatIsStillHereIsTakenBackButTheReaderOfTheDocumentHearsOfTheRecall() {
        DossierId document = take(Letters.letter("D1", "H01"));
        collect(document, "H01", "sys-so");
        DossierId update = take(Letters.removing("D1", "D1", "H02", "H01"));
        DossierId recall = take(Letters.recall("R1", "D1", "sai số", "H01"));
        assertThat(state(update, "H01")).isEqualTo(DeliveryState.WITHDRAWN);
        assertThat(state(recall, "H01")).isEqualTo(DeliveryState.WAITING);
    }

    @Test
    void aRecallThatComesFirstWaitsAndThenActs() {
        DossierId recall = take(Letters.recall("R1", "D1", "sai số", "H01"));
        assertThat(station.dossier(recall).marks()).contains(Mark.WAITS_FOR_TARGET);
        DossierId document = take(Letters.letter("D1", "H01", "H02"));
        assertThat(state(document, "H01")).isEqualTo(DeliveryState.WITHDRAWN);
        assertThat(state(document, "H02")).isEqualTo(DeliveryState.WAITING);
        assertThat(station.dossier(recall).marks()).doesNotContain(Mark.WAITS_FOR_TARGET);
        assertThat(station.dossier(recall).lineage()).isEqualTo(document);
    }

    @Test
    void aRecallAndItsDocumentAtTheSameTimeMeet() throws Exception {
        for (int i = 0; i < 8; i++) {
            String id = "D" + i;
            List<ReceptionAnswer> answers = Together.run(List.of(
                    () -> station.receive(Letters.letter(id, "H01"), "sys-bo"),
                    () -> station.receive(Letters.recall("R" + id, id, "sai", "H01"), "sys-bo")));
            DossierId document = ((ReceptionAnswer.Taken) answers.getFirst()).dossier();
            assertThat(state(document, "H01")).isEqualTo(DeliveryState.WITHDRAWN);
        }
    }

    @Test
    void anUpdateThatRemovesARecipientWithdrawsItsCopyOnly() {
        DossierId document = take(Letters.letter("D1", "H01", "H02"));
        take(Letters.removing("U1", "D1", "H02", "H01"));
        assertThat(state(document, "H01")).isEqualTo(DeliveryState.WAITING);
        assertThat(state(document, "H02")).isEqualTo(DeliveryState.WITHDRAWN);
    }

    @Test
    void aReplacementActsOnEachDocumentOfItsListAlsoOnOneThatComesLater() {
        DossierId first = take(Letters.letter("D1", "H01", "H02"));
        Replacement one = new Replacement(new DocumentId("D1"), List.of("H02"));
        Replacement other = new Replacement(new DocumentId("D2"), List.of());
        DossierId replacement = take(Letters.replacing("P1", List.of(one, other), "H01", "H02"));
        assertThat(state(first, "H01")).isEqualTo(DeliveryState.WAITING);
        assertThat(state(first, "H02")).isEqualTo(DeliveryState.WITHDRAWN);
        assertThat(station.dossier(replacement).marks()).contains(Mark.WAITS_FOR_TARGET);
        DossierId second = take(Letters.letter("D2", "H01"));
        assertThat(state(second, "H01")).isEqualTo(DeliveryState.WITHDRAWN);
        assertThat(station.dossier(replacement).marks()).doesNotContain(Mark.WAITS_FOR_TARGET);
    }

    @Test
    void aStrangersRecallTouchesNobodyElsesDocument() {
        DossierId document = take(Letters.letter("D1", "H01"));
        ReceptionAnswer answer = station.receive(Letters.recallOf("G02", "R1", "D1", "phá", "H01"), "sys-la");
        assertThat(answer).isInstanceOf(ReceptionAnswer.Taken.class);
        assertThat(state(document, "H01")).isEqualTo(DeliveryState.WAITING);
        ReceptionAnswer forged = station.receive(Letters.recall("R2", "D1", "phá", "H01"), "sys-la");
        assertThat(forged).isInstanceOf(ReceptionAnswer.Refused.class);
        assertThat(state(document, "H01")).isEqualTo(DeliveryState.WAITING);
    }

    @Test
    void aHeldRecallActsWhenItIsReleased() {
        DossierId document = take(Letters.letter("D1", "H01"));
        Finding finding = Finding.warning(ErrorCode.SIGNATURE_NOT_SENDERS, "thu.pdf", "chứng thư: H99");
        ReceptionAnswer.Taken held = (ReceptionAnswer.Taken)
                station.record(station.decide(Letters.recall("R1", "D1", "sai", "H01"), "sys-bo", List.of(finding)));
        assertThat(state(document, "H01")).isEqualTo(DeliveryState.WAITING);
        assertThat(station.operator.release(held.dossier(), "an", "đúng")).isTrue();
        assertThat(state(document, "H01")).isEqualTo(DeliveryState.WITHDRAWN);
    }

    @Test
    void aRecallDuringAnAttemptThatFailsEndsTheTries() {
        DossierId document = take(Letters.letter("D1", "H03"));
        station.relay.relayAll();
        DeliverDocument delivering = station.deliverer(delivery -> {
            take(Letters.recall("R1", "D1", "sai", "H03"));
            return new PushOutcome.TryAgain("HTTP 503");
        });
        delivering.deliver(station.queue.getFirst());
        assertThat(state(document, "H03")).isEqualTo(DeliveryState.WITHDRAWN);
        station.clock.pass(Duration.ofDays(1));
        station.relay.relayAll();
        assertThat(station.queue)
                .filteredOn(d -> d.delivery().equals(copy(document).id()))
                .hasSize(1);
    }

    @Test
    void aRecallDuringAnAttemptThatSucceedsReachesItsReader() {
        DossierId document = take(Letters.letter("D1", "H03"));
        station.relay.relayAll();
        station.deliverer(delivery -> {
                    take(Letters.recall("R1", "D1", "sai", "H03"));
                    return new PushOutcome.Taken("HTTP 200");
                })
                .deliver(station.queue.getFirst());
        assertThat(state(document, "H03")).isEqualTo(DeliveryState.HANDED_OVER);
        DossierId recall = acting(document);
        assertThat(state(recall, "H03")).isEqualTo(DeliveryState.WAITING);
    }

    @Test
    void aRecallDuringAnAttemptThatIsLostEndsTheTriesToo() {
        DossierId document = take(Letters.letter("D1", "H03"));
        station.relay.relayAll();
        station.deliverer(delivery -> {
                    take(Letters.recall("R1", "D1", "sai", "H03"));
                    station.clock.pass(station.settings.attemptLease());
                    station.sweep.takeBack();
                    return new PushOutcome.TryAgain("too late");
                })
                .deliver(station.queue.getFirst());
        assertThat(state(document, "H03")).isEqualTo(DeliveryState.WITHDRAWN);
    }

    @Test
    void aCopyThatIsTakenWhileItIsRecalledIsEitherWithdrawnOrItsReaderHears() throws Exception {
        for (int i = 0; i < 8; i++) {
            String id = "D" + i;
            DossierId document = take(Letters.letter(id, "H01"));
            String docId = station.copy(document, "H01").docId();
            List<Object> both = Together.run(List.of(
                    () -> station.collecting.take(station.caller("sys-so"), docId),
                    () -> station.receive(Letters.recall("R" + id, id, "sai", "H01"), "sys-bo")));
            boolean given = ((Optional<?>) both.getFirst()).isPresent();
            DossierId recall = ((ReceptionAnswer.Taken) both.getLast()).dossier();
            assertThat(state(document, "H01") == DeliveryState.WITHDRAWN).isEqualTo(!given);
            assertThat(state(recall, "H01") == DeliveryState.WAITING).isEqualTo(given);
        }
    }

    private Delivery copy(DossierId document) {
        return station.copies(document).getFirst();
    }

    @Test
    void whoAnswersADocumentThatReachedItJoinsItsLineage() {
        DossierId document = take(Letters.letter("D1", "H01"));
        ReceptionAnswer.Taken answer =
                (ReceptionAnswer.Taken) station.receive(Letters.answer("H01", "A1", "G01", "D1", "G01"), "sys-so");
        ReceptionAnswer.Taken stranger =
                (ReceptionAnswer.Taken) station.receive(Letters.answer("G02", "A2", "G01", "D1", "G01"), "sys-la");
        assertThat(station.dossier(answer.dossier()).lineage()).isEqualTo(document);
        assertThat(station.dossier(stranger.dossier()).lineage()).isEqualTo(stranger.dossier());
    }

    /** What acts on the document: both may bear the same instant, so their order says nothing. */
    private DossierId acting(DossierId document) {
        return station.lineageOf(document).stream()
                .map(dossier -> dossier.id())
                .filter(id -> !id.equals(document))
                .findFirst()
                .orElseThrow();
    }
}
