package vn.lienthong.gateway.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.DeliveryEvent;
import vn.lienthong.gateway.dossier.DeliverySketch;
import vn.lienthong.gateway.dossier.DeliveryState;
import vn.lienthong.gateway.dossier.DeliveryTransitions;
import vn.lienthong.gateway.dossier.DossierSketch;
import vn.lienthong.gateway.dossier.Stores;
import vn.lienthong.gateway.evidence.EntryChain;
import vn.lienthong.gateway.evidence.EvidenceEvent;
import vn.lienthong.gateway.memory.InMemoryStores;

/** Whatever happens to a copy, and in whatever order: it lives by the table alone. */
final class MoveDeliveryPropertyTest {

    private static final Instant NOW = DossierSketch.NOW;

    @Property(tries = 500)
    void everyEventMovesAsTheTableSaysOrChangesNothing(
            @ForAll DeliveryState start, @ForAll @Size(max = 25) List<DeliveryEvent> events) {
        Life life = new Life(start);
        int moves = 0;
        for (DeliveryEvent event : events) {
            Delivery before = life.now();
            Optional<DeliveryState> next = DeliveryTransitions.next(before.state(), event);
            Optional<Delivery> moved = life.move(before, event);
            assertThat(moved.map(Delivery::state)).isEqualTo(next);
            assertThat(life.now()).isEqualTo(moved.orElse(before));
            assertThat(before.state().isFinal() && moved.isPresent()).isFalse();
            moves += moved.isPresent() ? 1 : 0;
        }
        assertThat(life.entries()).isEqualTo(moves);
    }

    /** A copy that was asked back is never given to an engine again once its attempt ended. */
    @Property(tries = 300)
    void whatWasAskedBackWhileSendingIsNeverSentAgain(@ForAll @Size(max = 15) List<DeliveryEvent> events) {
        Life life = new Life(DeliveryState.SENDING);
        life.askBack();
        for (DeliveryEvent event : events) {
            life.move(life.now(), event);
            assertThat(life.now().state())
                    .isIn(
                            DeliveryState.SENDING,
                            DeliveryState.WITHDRAWN,
                            DeliveryState.HANDED_OVER,
                            DeliveryState.MERGED);
        }
    }

    /** Who looked before somebody else moved the copy moves it no more. */
    @Property(tries = 300)
    void aMoveFromAnOutdatedLookChangesNothing(@ForAll DeliveryState start, @ForAll DeliveryEvent late) {
        for (DeliveryEvent first : DeliveryEvent.values()) {
            Life life = new Life(start);
            Delivery seen = life.now();
            Optional<Delivery> moved = life.move(seen, first);
            if (moved.isPresent() && moved.get().state() != start) {
                assertThat(life.move(seen, late)).isEmpty();
                assertThat(life.now()).isEqualTo(moved.get());
            }
        }
    }

    /** One copy on a store of its own. */
    private static final class Life {

        private final Stores stores = new InMemoryStores();
        private final DossierSketch dossier = new DossierSketch("D1");
        private final Delivery first;

        Life(DeliveryState start) {
            first = new DeliverySketch(dossier.id()).state(start).delivery();
            stores.work().inTransaction(t -> {
                t.dossiers().add(dossier.dossier());
                t.deliveries().add(List.of(first));
                return true;
            });
        }

        Delivery now() {
            return stores.work()
                    .inTransaction(t -> t.deliveries().find(first.id()))
                    .orElseThrow();
        }

        void askBack() {
            stores.work().inTransaction(t -> {
                t.deliveries().askBack(first.id(), "gửi nhầm");
                return true;
            });
        }

        Optional<Delivery> move(Delivery before, DeliveryEvent event) {
            return stores.work()
                    .inTransaction(t -> MoveDelivery.move(
                            t,
                            before,
                            event,
                            DeliveryChange.because("thử"),
                            Optional.of(EvidenceEvent.REROUTED),
                            "an",
                            NOW.plusSeconds(1)));
        }

        int entries() {
            return stores.work().inTransaction(t -> {
                assertThat(EntryChain.check(t.entries().of(dossier.id()))).isEmpty();
                return t.entries().of(dossier.id()).size();
            });
        }
    }
}
