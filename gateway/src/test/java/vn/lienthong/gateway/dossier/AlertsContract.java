package vn.lienthong.gateway.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.dossier.Alerts.Alert;

/** What every {@link Alerts} promises. */
public abstract class AlertsContract extends StoreContract {

    protected AlertsContract(Stores stores) {
        super(stores);
    }

    private List<Alert> open(int limit) {
        return read(t -> t.alerts().open(limit));
    }

    /** The last one raised is the newest, whatever its instant: nodes' clocks differ. */
    @Test
    void openOnesComeNewestFirstAsTheyWereRaised() {
        assertThat(open(10)).isEmpty();
        Alert first = new Alert(DossierSketch.NOW, "DEAD", Optional.empty(), Optional.empty(), "Không giao được 'một'");
        DossierId dossier = new DossierId(UUID.randomUUID());
        DeliveryId delivery = new DeliveryId(UUID.randomUUID());
        Alert second = new Alert(
                DossierSketch.NOW.minusSeconds(1), "DEAD", Optional.of(dossier), Optional.of(delivery), "hai");
        write(t -> t.alerts().raise(first));
        write(t -> t.alerts().raise(second));
        write(t -> t.alerts().raise(first));
        assertThat(open(10)).containsExactly(first, second, first);
        assertThat(open(2)).containsExactly(first, second);
    }
}
