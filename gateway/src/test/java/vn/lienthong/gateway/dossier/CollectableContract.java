package vn.lienthong.gateway.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.agency.Sketch;

/** What {@link Deliveries#collectable} promises to a system that collects. */
public abstract class CollectableContract extends StoreContract {

    private static final Instant NOW = DossierSketch.NOW;
    private static final Set<AgencyId> SO = Set.of(Sketch.id("so"));
    private static final Optional<Instant> OPEN = Optional.empty();
    private static final int FAILURES = 5;

    private final DossierSketch dossier = new DossierSketch("D1");

    protected CollectableContract(Stores stores) {
        super(stores);
    }

    @BeforeEach
    void dossier() {
        keep(dossier);
    }

    private DeliverySketch sketch(int second) {
        return new DeliverySketch(dossier.id()).at(NOW.plusSeconds(second));
    }

    private List<DeliveryId> list(String system, Set<AgencyId> agencies, Instant now, int limit) {
        return read(t -> t.deliveries()
                        .collectable(system, agencies, MessageKind.EDOC, OPEN, OPEN, now, FAILURES, limit))
                .stream()
                .map(Delivery::id)
                .toList();
    }

    private List<DeliveryId> list(Instant now) {
        return list("sys-so", SO, now, 10);
    }

    private long count(String system, Set<AgencyId> agencies, MessageKind kind) {
        return read(t -> t.deliveries().countCollectable(system, agencies, kind));
    }

    @Test
    void theOldestComesFirstAndTheRestDoNotFit() {
        DeliveryId third = keep(sketch(3));
        DeliveryId first = keep(sketch(1));
        DeliveryId second = keep(sketch(2));
        assertThat(list(NOW)).containsExactly(first, second, third);
        assertThat(list("sys-so", SO, NOW, 2)).containsExactly(first, second);
        assertThat(count("sys-so", SO, MessageKind.EDOC)).isEqualTo(3);
    }

    @Test
    void whatIsUnderALeaseComesBehindUntilTheLeaseEnds() {
        Instant end = NOW.plusSeconds(60);
        DeliveryId leased = keep(sketch(1).state(DeliveryState.LEASED).leasedUntil(end));
        DeliveryId waiting = keep(sketch(2));
        assertThat(list(end.minusSeconds(1))).containsExactly(waiting, leased);
        assertThat(list("sys-so", SO, NOW, 1)).containsExactly(waiting);
        assertThat(list(end)).containsExactly(leased, waiting);
        assertThat(count("sys-so", SO, MessageKind.EDOC)).isEqualTo(2);
    }

    @Test
    void whatACollectorCannotProcessHidesNothingThatComesAfterIt() {
        DeliveryId broken = keep(sketch(1).tried(0, 0, FAILURES));
        DeliveryId failedBefore = keep(sketch(2).tried(0, 0, FAILURES - 1));
        DeliveryId later = keep(sketch(3));
        assertThat(list("sys-so", SO, NOW, 1)).containsExactly(failedBefore);
        assertThat(list(NOW)).containsExactly(failedBefore, later, broken);
    }

    @Test
    void nothingButWhatWaitsOrIsProcessedIsListed() {
        for (DeliveryState state : DeliveryState.values()) {
            if (state != DeliveryState.WAITING && state != DeliveryState.LEASED) {
                keep(sketch(1).state(state));
            }
        }
        assertThat(list(NOW)).isEmpty();
        assertThat(count("sys-so", SO, MessageKind.EDOC)).isZero();
    }

    @Test
    void aCallerSeesTheCopiesOfItsAgenciesAndThoseThatGoByItsSystem() {
        DeliveryId own = keep(sketch(1).to("H01", "so", "sys-other"));
        DeliveryId behind = keep(sketch(2).to("H09", "xa", "sys-so"));
        keep(sketch(3).to("H02", "phong", "sys-other"));
        keep(sketch(4).nowhere().state(DeliveryState.WAITING));
        assertThat(list("sys-so", SO, NOW, 10)).containsExactly(own, behind);
        assertThat(list("sys-so", Set.of(), NOW, 10)).containsExactly(behind);
        assertThat(list("sys-third", Set.of(), NOW, 10)).isEmpty();
        assertThat(count("sys-so", SO, MessageKind.EDOC)).isEqualTo(2);
        assertThat(count("sys-so", Set.of(), MessageKind.EDOC)).isEqualTo(1);
    }

    @Test
    void documentsAndStatusesAreTwoLists() {
        DeliveryId document = keep(sketch(1));
        keep(sketch(2).kind(MessageKind.STATUS));
        assertThat(list(NOW)).containsExactly(document);
        assertThat(count("sys-so", SO, MessageKind.STATUS)).isEqualTo(1);
    }

    @Test
    void datesHoldFromTheFirstInstantUntilBeforeTheLast() {
        keep(sketch(1));
        DeliveryId second = keep(sketch(2));
        keep(sketch(3));
        Optional<Instant> from = Optional.of(NOW.plusSeconds(2));
        Optional<Instant> to = Optional.of(NOW.plusSeconds(3));
        assertThat(list(t -> t.deliveries().collectable("sys-so", SO, MessageKind.EDOC, from, to, NOW, FAILURES, 10)))
                .extracting(Delivery::id)
                .containsExactly(second);
    }

    @Test
    void thePagesTogetherAreTheList() {
        for (int second = 0; second < 5; second++) {
            keep(
                    second % 2 == 0
                            ? sketch(second)
                            : sketch(second).state(DeliveryState.LEASED).leasedUntil(NOW.plusSeconds(60)));
        }
        List<DeliveryId> read = new ArrayList<>();
        Optional<Deliveries.Place> last = Optional.empty();
        for (int page = 0; page < 4; page++) {
            Optional<Deliveries.Place> after = last;
            List<Delivery> found =
                    list(t -> t.deliveries().collectableAfter("sys-so", SO, MessageKind.EDOC, after, NOW, 2));
            found.forEach(delivery -> read.add(delivery.id()));
            last = found.isEmpty()
                    ? last
                    : Optional.of(new Deliveries.Place(
                            found.getLast().state() == DeliveryState.LEASED,
                            found.getLast().id()));
        }
        assertThat(read).isEqualTo(list(NOW)).hasSize(5);
    }
}
