package vn.lienthong.gateway.echo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.access.Caller;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.MessageKind;
import vn.lienthong.gateway.dossier.reception.Letters;
import vn.lienthong.gateway.dossier.reception.Station;
import vn.lienthong.gateway.dossier.reception.StoreKind;
import vn.lienthong.gateway.evidence.EvidenceEvent;

class EchoCopiesTest {
    private static final int MOST = 2;

    @AutoClose
    private final Station station = new Station(StoreKind.IN_MEMORY.open());

    private final Caller echo = station.caller("sys-so");
    private final EchoCopies copies = new EchoCopies(station.collecting, station.settings, station.clock);

    private DossierId send(String documentId) {
        station.clock.pass(Duration.ofSeconds(1));
        return station.take(Letters.letter(documentId, "H01")).dossier();
    }

    private List<DossierId> due() {
        return copies.due(echo, MessageKind.EDOC, MOST).stream()
                .map(Delivery::dossier)
                .toList();
    }

    private void failAllDue() {
        copies.due(echo, MessageKind.EDOC, MOST).forEach(copy -> copies.failed(echo, copy));
    }

    @Test
    void aCopyThatFailedRestsAndKeepsNoOtherFromBeingAnswered() {
        DossierId first = send("D1");
        DossierId second = send("D2");
        failAllDue();
        assertThat(due()).as("three seconds later").isEmpty();
        DossierId third = send("D3");
        assertThat(due()).containsExactly(third);
        station.clock.pass(station.settings.collectLease());
        assertThat(due()).containsExactly(first, second);
    }

    @Test
    void itsFailuresAreOnRecordUntilAnOperatorWasTold() {
        DossierId dossier = send("D1");
        int told = station.settings.alertAfterFailures();
        for (int i = 0; i < told + 3; i++) {
            assertThat(due()).containsExactly(dossier);
            failAllDue();
            station.clock.pass(station.settings.collectLease());
        }
        assertThat(station.alerts()).hasSize(1);
        assertThat(station.entries(dossier))
                .filteredOn(entry -> entry.event() == EvidenceEvent.CONTENT_HANDOVER_FAILURE)
                .hasSize(told);
    }
}
