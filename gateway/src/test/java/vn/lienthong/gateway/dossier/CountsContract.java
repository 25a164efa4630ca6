package vn.lienthong.gateway.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link Counts} promises. */
public abstract class CountsContract extends StoreContract {

    private static final Instant NOW = DossierSketch.NOW;

    protected CountsContract(Stores stores) {
        super(stores);
    }

    @Test
    void ofNothingNothingIsCounted() {
        assertThat(stores.counts().since(Instant.EPOCH))
                .isEqualTo(new Counts.Counted(Map.of(), Map.of(), 0, Map.of(), 0, 0));
    }

    @Test
    void whatCameSinceTheInstantIsCountedByStateAndWhatIsOpenAtAnyAge() {
        Instant before = NOW.minusSeconds(1);
        DossierId old = keep(new DossierSketch("D1").held(Hold.OPERATOR).at(before));
        keep(new DossierSketch("D2").held(Hold.REGISTRAR));
        keep(new DossierSketch("D3"));
        keep(new DossierSketch("D4").state(DossierState.REFUSED));
        for (DeliveryState state : DeliveryState.values()) {
            keep(new DeliverySketch(old).state(state));
            keep(new DeliverySketch(old).state(state).at(before));
        }
        for (Instant at : List.of(before, NOW)) {
            write(t -> t.alerts().raise(new Alerts.Alert(at, "X", Optional.empty(), Optional.empty(), "x")));
            stores.refusals().add(new Refusals.Refusal(at, Channel.AXIS, "s", "r", "", Optional.empty(), List.of()));
        }
        Map<DeliveryState, Long> each = new EnumMap<>(DeliveryState.class);
        Map<DeliveryState, Long> underWay = new EnumMap<>(DeliveryState.class);
        for (DeliveryState state : DeliveryState.values()) {
            each.put(state, 1L);
            if (!state.isFinal()) {
                underWay.put(state, 2L);
            }
        }
        assertThat(stores.counts().since(NOW))
                .isEqualTo(new Counts.Counted(
                        Map.of(DossierState.HELD, 1L, DossierState.ACCEPTED, 1L, DossierState.REFUSED, 1L),
                        each,
                        2,
                        underWay,
                        1,
                        2));
    }
}
