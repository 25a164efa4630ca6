package vn.lienthong.gateway.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.access.CallerKind;
import vn.lienthong.gateway.access.PushForm;
import vn.lienthong.gateway.access.PushTarget;
import vn.lienthong.gateway.access.ReceivingSystem;

/** What {@link Deliveries#takeDue} and {@link Deliveries#overdue} promise to relays and sweepers. */
public abstract class EngineContract extends StoreContract {

    private static final Instant NOW = DossierSketch.NOW;
    private static final int MANY = 100;

    private final DossierSketch dossier = new DossierSketch("D1");

    protected EngineContract(Stores stores) {
        super(stores);
    }

    @BeforeEach
    void dossierAndSystems() {
        keep(dossier);
        system("sys-xa", true);
        system("sys-moi", true);
    }

    private void system(String systemId, boolean enabled) {
        stores.systems()
                .save(
                        new ReceivingSystem(
                                systemId,
                                systemId,
                                CallerKind.AGENCY,
                                Duration.ofHours(24),
                                List.of(),
                                Optional.empty(),
                                Optional.of(new PushTarget(URI.create("https://xa.example/in"), PushForm.REST)),
                                enabled),
                        new byte[] {1});
    }

    private DeliverySketch toXa(int second) {
        return new DeliverySketch(dossier.id())
                .to("H03", "xa", "sys-xa")
                .push(NOW)
                .at(NOW.plusSeconds(second));
    }

    private DeliverySketch toMoi(int second) {
        return toXa(second).to("H05", "moi", "sys-moi");
    }

    private List<DeliveryId> due(int perSystem, int limit) {
        return read(t -> t.deliveries().takeDue(NOW, perSystem, limit)).stream()
                .map(Delivery::id)
                .toList();
    }

    private List<DeliveryId> overdue(Instant queuedBefore, int limit) {
        return read(t -> t.deliveries().overdue(NOW, queuedBefore, limit)).stream()
                .map(Delivery::id)
                .toList();
    }

    @Test
    void theMostUrgentComesFirstThenTheOldest() {
        DeliveryId late = keep(toXa(3));
        DeliveryId early = keep(toMoi(1));
        DeliveryId express = keep(toXa(9).urgency(4));
        DeliveryId urgent = keep(toMoi(8).urgency(1));
        assertThat(due(MANY, MANY)).containsExactly(express, urgent, early, late);
        assertThat(due(MANY, 3)).containsExactly(express, urgent, early);
    }

    @Test
    void onlyPushedCopiesThatWaitAndAreDueAreTaken() {
        DeliveryId due = keep(toXa(1));
        keep(toXa(1).push(NOW.plusSeconds(1)));
        keep(new DeliverySketch(dossier.id()).to("H03", "xa", "sys-xa"));
        for (DeliveryState state : DeliveryState.values()) {
            if (state != DeliveryState.WAITING) {
                keep(toXa(1).state(state));
            }
        }
        assertThat(due(MANY, MANY)).containsExactly(due);
    }

    @Test
    void whatTheEngineHasAlreadyCountsAgainstTheSystemAndNoOther() {
        keep(toXa(1).state(DeliveryState.QUEUED));
        keep(toXa(1).state(DeliveryState.SENDING));
        keep(toXa(1).state(DeliveryState.LEASED));
        DeliveryId second = keep(toXa(5));
        DeliveryId first = keep(toXa(9).urgency(2));
        DeliveryId moi = keep(toMoi(6));
        assertThat(due(2, MANY)).containsExactly(moi);
        assertThat(due(3, MANY)).containsExactly(first, moi);
        assertThat(due(4, MANY)).containsExactly(first, second, moi);
        assertThat(due(0, MANY)).isEmpty();
    }

    @Test
    void aSystemThatIsSwitchedOffOrUnknownGetsNothing() {
        keep(toXa(1));
        keep(toXa(1).to("H09", "xa", "sys-unknown"));
        system("sys-xa", false);
        assertThat(due(MANY, MANY)).isEmpty();
        system("sys-xa", true);
        assertThat(due(MANY, MANY)).hasSize(1);
    }

    @Test
    void aSystemThatCouldNotBeReachedRestsUntilItsPauseEnds() {
        keep(toXa(1));
        DeliveryId moi = keep(toMoi(2));
        stores.systems().recordOutcome("sys-xa", false, 2, NOW.plusSeconds(1));
        assertThat(due(MANY, MANY)).hasSize(2);
        stores.systems().recordOutcome("sys-xa", false, 2, NOW.plusSeconds(1));
        assertThat(due(MANY, MANY)).containsExactly(moi);
        stores.systems().recordOutcome("sys-xa", false, 2, NOW);
        assertThat(due(MANY, MANY)).hasSize(2);
        stores.systems().recordOutcome("sys-xa", false, 2, NOW.plusSeconds(1));
        stores.systems().recordOutcome("sys-xa", true, 2, NOW.plusSeconds(1));
        assertThat(due(MANY, MANY)).hasSize(2);
    }

    @Test
    void relaysAtTheSameMomentNeverTakeTheSame() throws Exception {
        for (int i = 0; i < 20; i++) {
            keep(toXa(i));
        }
        List<DeliveryId> taken = new ArrayList<>();
        Together.times(4, this::relay).forEach(taken::addAll);
        taken.addAll(relay());
        assertThat(taken).hasSize(20).doesNotHaveDuplicates();
    }

    private List<DeliveryId> relay() {
        return read(t -> {
            List<Delivery> due = t.deliveries().takeDue(NOW, MANY, MANY);
            for (Delivery one : due) {
                boolean moved = t.deliveries()
                        .replace(
                                one,
                                DeliverySketch.of(one)
                                        .state(DeliveryState.QUEUED)
                                        .delivery());
                assertThat(moved).isTrue();
            }
            return due.stream().map(Delivery::id).toList();
        });
    }

    @Test
    void aLeaseThatEndedAndAMessageThatWasLostAreOverdueTheLongestUntouchedFirst() {
        DeliveryId sending =
                keep(toXa(0).state(DeliveryState.SENDING).leasedUntil(NOW).moved(NOW.minusSeconds(2)));
        DeliveryId leased =
                keep(toXa(0).state(DeliveryState.LEASED).leasedUntil(NOW).moved(NOW.minusSeconds(3)));
        DeliveryId queued = keep(toXa(0).state(DeliveryState.QUEUED).moved(NOW.minusSeconds(60)));
        keep(toXa(0).state(DeliveryState.SENDING).leasedUntil(NOW.plusSeconds(1)));
        keep(toXa(0).state(DeliveryState.LEASED).leasedUntil(NOW.plusSeconds(1)));
        keep(toXa(0).state(DeliveryState.QUEUED).moved(NOW.minusSeconds(59)));
        keep(toXa(0).state(DeliveryState.WAITING).leasedUntil(NOW).moved(NOW.minusSeconds(99)));
        keep(toXa(0).state(DeliveryState.DEAD).leasedUntil(NOW).moved(NOW.minusSeconds(99)));
        assertThat(overdue(NOW.minusSeconds(60), MANY)).containsExactly(queued, leased, sending);
        assertThat(overdue(NOW.minusSeconds(60), 2)).containsExactly(queued, leased);
        assertThat(overdue(NOW.minusSeconds(61), MANY)).containsExactly(leased, sending);
    }
}
