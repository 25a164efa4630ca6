package vn.lienthong.gateway.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    private static Alert alert(String kind, String text) {
        return new Alert(DossierSketch.NOW, kind, Optional.empty(), Optional.empty(), text);
    }

    private static Alerts.Closing closing(int minute, String actor) {
        return new Alerts.Closing(DossierSketch.NOW.plusSeconds(60L * minute), actor, "đã xem");
    }

    private List<Alerts.Raised> raised(boolean closed) {
        return read(t -> t.alerts().raised(closed, 10));
    }

    @Test
    void aClosedOneSaysWhoClosedItAndIsClosedOnce() {
        write(t -> t.alerts().raise(alert("DEAD", "một")));
        write(t -> t.alerts().raise(alert("DEAD", "hai")));
        long one = raised(false).getLast().id();
        assertThat(one(t -> t.alerts().close(one, closing(1, "lan")))).contains(alert("DEAD", "một"));
        assertThat(one(t -> t.alerts().close(one, closing(2, "minh")))).isEmpty();
        assertThat(one(t -> t.alerts().close(-1, closing(2, "minh")))).isEmpty();
        assertThat(open(10)).containsExactly(alert("DEAD", "hai"));
        assertThat(raised(true))
                .containsExactly(new Alerts.Raised(one, alert("DEAD", "một"), Optional.of(closing(1, "lan"))));
        assertThat(one(t -> t.alerts().find(one))).contains(raised(true).getFirst());
        assertThat(one(t -> t.alerts().find(-1))).isEmpty();
    }

    @Test
    void theOneClosedLastComesFirst() {
        write(t -> t.alerts().raise(alert("DEAD", "một")));
        write(t -> t.alerts().raise(alert("DEAD", "hai")));
        long two = raised(false).getFirst().id();
        long one = raised(false).getLast().id();
        write(t -> t.alerts().close(two, closing(1, "lan")));
        write(t -> t.alerts().close(one, closing(2, "lan")));
        assertThat(raised(true)).extracting(Alerts.Raised::id).containsExactly(one, two);
    }

    private List<Alert> skewed() {
        return read(t -> t.alerts().open("CLOCK_SKEW", "máy a"));
    }

    @Test
    void whatIsOverIsClosedByKindAndBeginning() {
        for (String text : List.of("máy a: lệch 3 giây", "máy a: lệch 4 giây", "máy b: lệch 3 giây")) {
            write(t -> t.alerts().raise(alert("CLOCK_SKEW", text)));
        }
        write(t -> t.alerts().raise(alert("DEAD", "máy a: chết")));
        assertThat(skewed())
                .containsExactly(alert("CLOCK_SKEW", "máy a: lệch 4 giây"), alert("CLOCK_SKEW", "máy a: lệch 3 giây"));
        int closed = read(t -> t.alerts().closeAll("CLOCK_SKEW", "máy a", closing(1, "gateway")));
        int again = read(t -> t.alerts().closeAll("CLOCK_SKEW", "máy a", closing(2, "gateway")));
        assertThat(closed).isEqualTo(2);
        assertThat(again).isZero();
        assertThat(skewed()).isEmpty();
        assertThat(open(10)).containsExactly(alert("DEAD", "máy a: chết"), alert("CLOCK_SKEW", "máy b: lệch 3 giây"));
    }

    @Test
    void whatIsOverWithACopyIsClosedByKind() {
        DeliveryId copy = new DeliveryId(UUID.randomUUID());
        Alert dead = about(copy, "DEAD");
        write(t -> t.alerts().raise(dead));
        write(t -> t.alerts().raise(about(copy, "OTHER")));
        write(t -> t.alerts().raise(about(new DeliveryId(UUID.randomUUID()), "DEAD")));
        write(t -> t.alerts().raise(alert("DEAD", "không của bản nào")));
        List<Alert> closed = read(t -> t.alerts().closeAbout(copy, Set.of("DEAD", "SLOW"), closing(1, "gateway")));
        List<Alert> again = read(t -> t.alerts().closeAbout(copy, Set.of("DEAD"), closing(2, "gateway")));
        assertThat(closed).containsExactly(dead);
        assertThat(again).isEmpty();
        assertThat(open(10)).hasSize(3).doesNotContain(dead);
        assertThat(raised(true).getFirst().closing()).contains(closing(1, "gateway"));
    }

    private static Alert about(DeliveryId copy, String kind) {
        return new Alert(DossierSketch.NOW, kind, Optional.empty(), Optional.of(copy), "bản " + copy);
    }
}
