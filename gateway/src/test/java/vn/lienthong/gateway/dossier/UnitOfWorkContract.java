package vn.lienthong.gateway.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.evidence.EvidenceEvent;
import vn.lienthong.gateway.status.StatusesContract;

/** What every {@link UnitOfWork} promises. */
public abstract class UnitOfWorkContract extends StoreContract {

    protected UnitOfWorkContract(Stores stores) {
        super(stores);
    }

    private static final class Disturbed extends RuntimeException {}

    private static void everything(Transaction t, DossierSketch dossier, Delivery copy) {
        t.dossiers().add(dossier.dossier());
        t.deliveries().add(List.of(copy));
        t.deliveries()
                .addAttempt(new Attempt(copy.id(), 1, DossierSketch.NOW, Optional.empty(), "node", "SENDING", ""));
        t.entries().append(dossier.id(), DossierSketch.NOW, EvidenceEvent.HELD, "an", "{}");
        t.statuses().add(StatusesContract.status("1", Optional.of(dossier.id())));
        t.alerts().raise(new Alerts.Alert(DossierSketch.NOW, "TEST", Optional.empty(), Optional.empty(), "một việc"));
    }

    private int rows(DossierId dossier) {
        return read(t -> t.dossiers().find(dossier).map(any -> 1).orElse(0)
                + t.deliveries().of(dossier).size()
                + t.deliveries().attempts(dossier).size()
                + t.entries().of(dossier).size()
                + t.statuses().of(dossier).size()
                + t.alerts().open(10).size());
    }

    @Test
    void whatTheWorkDidIsThereAfterwardsAndItSeesItItself() {
        DossierSketch dossier = new DossierSketch("D1");
        Delivery copy = new DeliverySketch(dossier.id()).delivery();
        Optional<Delivery> seen = read(t -> {
            everything(t, dossier, copy);
            return t.deliveries().find(copy.id());
        });
        assertThat(seen).contains(copy);
        assertThat(rows(dossier.id())).isEqualTo(6);
    }

    @Test
    void nothingRemainsOfWorkThatThrowsAndItsExceptionIsThrownOn() {
        DossierSketch dossier = new DossierSketch("D1");
        Delivery copy = new DeliverySketch(dossier.id()).delivery();
        Disturbed disturbed = new Disturbed();
        assertThatThrownBy(() -> write(t -> {
                    everything(t, dossier, copy);
                    throw disturbed;
                }))
                .isSameAs(disturbed);
        assertThat(rows(dossier.id())).isZero();
        write(t -> everything(t, dossier, copy));
        assertThat(rows(dossier.id())).isEqualTo(6);
    }

    @Test
    void changesOfWorkThatThrowsAreTakenBackToo() {
        DossierId dossier = keep(new DossierSketch("D1"));
        Delivery before = new DeliverySketch(dossier).delivery();
        write(t -> t.deliveries().add(List.of(before)));
        assertThatThrownBy(() -> write(t -> {
                    t.deliveries()
                            .replace(
                                    before,
                                    DeliverySketch.of(before).taken(true).delivery());
                    t.deliveries().askBack(before.id(), "sai");
                    throw new Disturbed();
                }))
                .isInstanceOf(Disturbed.class);
        assertThat(one(t -> t.deliveries().find(before.id()))).contains(before);
        assertThat(one(t -> t.deliveries().askedBack(before.id()))).isEmpty();
    }

    /** What broke a key cannot be caught and committed around. */
    @Test
    void aBrokenKeyTakesTheWholeTransactionWithIt() {
        DossierId dossier = keep(new DossierSketch("D1"));
        keep(new DeliverySketch(dossier).docId("once"));
        assertThatThrownBy(() -> write(t -> {
                    t.entries().append(dossier, DossierSketch.NOW, EvidenceEvent.HELD, "an", "{}");
                    Delivery again = new DeliverySketch(dossier).docId("once").delivery();
                    assertThatThrownBy(() -> t.deliveries().add(List.of(again))).isInstanceOf(RuntimeException.class);
                }))
                .isInstanceOf(RuntimeException.class);
        assertThat(list(t -> t.entries().of(dossier))).isEmpty();
    }

    @Test
    void whoLocksChangesOneAfterTheOther() throws Exception {
        DossierId dossier = keep(new DossierSketch("D1"));
        DeliveryId copy = keep(new DeliverySketch(dossier));
        List<Boolean> changed = Together.times(
                6,
                () -> read(t -> {
                    Delivery now = t.deliveries().locked(copy).orElseThrow();
                    return t.deliveries()
                            .replace(
                                    now,
                                    DeliverySketch.of(now)
                                            .tried(0, 0, now.failures() + 1)
                                            .delivery());
                }));
        assertThat(changed).containsOnly(true);
        assertThat(read(t -> t.deliveries().find(copy)).orElseThrow().failures())
                .isEqualTo(6);
    }

    @Test
    void othersSeeAllOfATransactionOrNothing() throws Exception {
        DossierId dossier = keep(new DossierSketch("D1"));
        List<Callable<Integer>> hands = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            hands.add(() -> {
                write(t -> {
                    t.deliveries().add(List.of(new DeliverySketch(dossier).delivery()));
                    t.deliveries().add(List.of(new DeliverySketch(dossier).delivery()));
                });
                return 0;
            });
            hands.add(() -> read(t -> t.deliveries().of(dossier)).size());
        }
        assertThat(Together.run(hands)).allMatch(seen -> seen % 2 == 0);
        assertThat(list(t -> t.deliveries().of(dossier))).hasSize(6);
    }
}
