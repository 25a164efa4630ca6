package vn.lienthong.gateway.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.DeliverySketch;
import vn.lienthong.gateway.dossier.DeliveryState;
import vn.lienthong.gateway.dossier.DossierId;

/** Whether a packet may go to a receiver that brings it to all whom it names. */
final class HeldBesideTest {

    private static final DossierId LETTER = new DossierId(new UUID(0, 1));

    private static Delivery copy(DeliveryState state) {
        return new DeliverySketch(LETTER).state(state).delivery();
    }

    @ParameterizedTest
    @EnumSource
    void onlyWhoWaitsForADecisionIsMeant(DeliveryState state) {
        Delivery own = copy(DeliveryState.SENDING);
        Delivery other = copy(state);
        assertThat(HeldBeside.codes(own, List.of(own, other)))
                .isEqualTo(state == DeliveryState.HELD ? other.code().text() : "");
    }

    @Test
    void theCopyItselfIsNotBesideItself() {
        Delivery own = copy(DeliveryState.HELD);
        assertThat(HeldBeside.codes(own, List.of(own))).isEmpty();
    }
}
