package vn.lienthong.gateway.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import vn.lienthong.gateway.access.Caller;
import vn.lienthong.gateway.access.CallerKind;
import vn.lienthong.gateway.delivery.CollectDocuments.Report;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.DeliveryState;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.MessageKind;
import vn.lienthong.gateway.dossier.reception.Letters;
import vn.lienthong.gateway.dossier.reception.Station;
import vn.lienthong.gateway.dossier.reception.StoreKind;
import vn.lienthong.gateway.evidence.EvidenceEvent;

@ParameterizedClass
@EnumSource
final class CollectDocumentsTest {

    @AutoClose
    private final Station station;

    private final Caller so;

    CollectDocumentsTest(StoreKind stores) {
        station = new Station(stores.open());
        so = station.caller("sys-so");
    }

    private DossierId send(String documentId, String... to) {
        station.clock.pass(Duration.ofSeconds(1));
        return station.take(Letters.letter(documentId, to)).dossier();
    }

    private String docId(DossierId dossier) {
        return station.copy(dossier, "H01").docId();
    }

    private List<String> list() {
        return station.collecting.list(so, MessageKind.EDOC, Optional.empty(), Optional.empty()).stream()
                .map(Delivery::docId)
                .toList();
    }

    @Test
    void theListIsOldestFirstAndWhatIsProcessedComesBehindUntilItsLeaseEnds() {
        String first = docId(send("D1", "H01"));
        String second = docId(send("D2", "H01"));
        assertThat(list()).containsExactly(first, second);
        assertThat(station.collecting.processing(so, first)).isEqualTo(Report.TAKEN);
        assertThat(list()).containsExactly(second, first);
        station.clock.pass(station.settings.collectLease().plusSeconds(1));
        assertThat(list()).containsExactly(first, second);
        assertThat(station.sweep.takeBack()).isEqualTo(1);
        assertThat(list()).containsExactly(first, second);
        assertThat(station.collecting.count(so, MessageKind.EDOC)).isEqualTo(2);
    }

    @Test
    void doneIsFinalAndRepeatable() {
        DossierId dossier = send("D1", "H01");
        String docId = docId(dossier);
        assertThat(station.collecting.done(so, docId)).isEqualTo(Report.TAKEN);
        assertThat(station.collecting.done(so, docId)).isEqualTo(Report.TAKEN);
        assertThat(station.collecting.processing(so, docId)).isEqualTo(Report.TAKEN);
        assertThat(station.collecting.fail(so, docId)).isEqualTo(Report.REFUSED);
        assertThat(list()).isEmpty();
        assertThat(station.collecting.take(so, docId)).isPresent();
        assertThat(station.copy(dossier, "H01").handedOverAt()).contains(station.clock.instant());
        assertThat(station.entries(dossier))
                .extracting(entry -> entry.event())
                .containsExactly(EvidenceEvent.SUBMISSION_ACCEPTANCE, EvidenceEvent.CONTENT_HANDOVER);
    }

    @Test
    void takingMarksOnceThatTheReaderHasIt() {
        DossierId dossier = send("D1", "H01");
        assertThat(station.collecting.findToTake(so, docId(dossier))).isPresent();
        assertThat(station.copy(dossier, "H01").taken()).as("by looking").isFalse();
        assertThat(station.collecting.take(so, docId(dossier))).isPresent();
        assertThat(station.collecting.take(so, docId(dossier))).isPresent();
        assertThat(station.copy(dossier, "H01").taken()).isTrue();
        assertThat(station.copy(dossier, "H01").state()).isEqualTo(DeliveryState.WAITING);
        assertThat(station.entries(dossier))
                .filteredOn(entry -> entry.event() == EvidenceEvent.CONTENT_CONSIGNMENT)
                .hasSize(1);
    }

    @Test
    void theFifthFailureAlertsOnceAndTheCopyStays() {
        String docId = docId(send("D1", "H01"));
        for (int i = 1; i <= 7; i++) {
            assertThat(station.collecting.fail(so, docId)).isEqualTo(Report.TAKEN);
            int alerts = station.alerts().size();
            assertThat(alerts).isEqualTo(i >= 5 ? 1 : 0);
        }
        assertThat(list()).containsExactly(docId);
        assertThat(station.collecting.done(so, docId)).isEqualTo(Report.TAKEN);
        assertThat(station.alerts()).as("it was processed after all").isEmpty();
    }

    @Test
    void anothersCopyIsNotThere() {
        DossierId dossier = send("D1", "H01");
        for (String other : List.of("sys-phong", "sys-bo", "sys-la")) {
            Caller caller = station.caller(other);
            assertThat(station.collecting.take(caller, docId(dossier))).isEmpty();
            assertThat(station.collecting.done(caller, docId(dossier))).isEqualTo(Report.UNKNOWN);
            assertThat(station.collecting.list(caller, MessageKind.EDOC, Optional.empty(), Optional.empty()))
                    .isEmpty();
        }
        assertThat(station.collecting.take(so, station.dossier(dossier).senderDocId()))
                .isEmpty();
    }

    @Test
    void aSystemWhoseMandatesEndedHasNothingLeftToRead() {
        DossierId dossier = send("D1", "H01");
        Caller without = new Caller("sys-so", CallerKind.AGENCY, List.of());
        assertThat(station.collecting.list(without, MessageKind.EDOC, Optional.empty(), Optional.empty()))
                .isEmpty();
        assertThat(station.collecting.take(without, docId(dossier))).isEmpty();
        assertThat(station.collecting.count(without, MessageKind.EDOC)).isZero();
    }

    @Test
    void whatWasWithdrawnIsNotHandedOut() {
        DossierId dossier = send("D1", "H01");
        String docId = docId(dossier);
        station.take(Letters.recall("R1", "D1", "sai", "H01"));
        assertThat(station.collecting.take(so, docId)).isEmpty();
        assertThat(station.collecting.done(so, docId)).isEqualTo(Report.REFUSED);
        assertThat(station.collecting.processing(so, docId)).isEqualTo(Report.REFUSED);
    }
}
