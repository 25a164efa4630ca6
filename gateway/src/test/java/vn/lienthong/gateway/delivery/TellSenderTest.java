package vn.lienthong.gateway.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.DeliveryState;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.reception.Letters;
import vn.lienthong.gateway.dossier.reception.Station;
import vn.lienthong.gateway.dossier.reception.StoreKind;

/** A sender hears that a copy is late, not how its recipient's system is reached. */
final class TellSenderTest {

    private static final String INSIDE = "https://10.1.2.3/in: HTTP 500 lỗi bảng VAN_BAN";

    @AutoClose
    private final Station station = new Station(StoreKind.IN_MEMORY.open());

    private Delivery pushed(PushOutcome outcome) {
        DossierId dossier = station.take(Letters.letter("D1", "H03")).dossier();
        station.relay.relayAll();
        station.deliverer(delivery -> outcome).deliver(station.queue.getLast());
        return station.copy(dossier, "H03");
    }

    @Test
    void ofATryThatFailed() {
        Delivery late = pushed(new PushOutcome.TryAgain(INSIDE));
        assertThat(late.reason()).as("for our operators").contains("10.1.2.3");
        assertThat(TellSender.reason(late)).contains("lần giao thứ 1").doesNotContain("10.1.2.3", "VAN_BAN");
    }

    @Test
    void ofACopyThatIsDead() {
        Delivery dead = pushed(new PushOutcome.Declined(INSIDE));
        assertThat(dead.state()).isEqualTo(DeliveryState.DEAD);
        assertThat(TellSender.reason(dead)).contains("người vận hành").doesNotContain("10.1.2.3");
    }

    @Test
    void whatWeSayOurselvesStays() {
        DossierId dossier = station.take(Letters.letter("D1", "H07")).dossier();
        Delivery waiting = station.copy(dossier, "H07");
        assertThat(TellSender.reason(waiting)).isEqualTo(waiting.reason()).isNotEmpty();
    }
}
