package vn.lienthong.gateway.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.DeliverySketch;
import vn.lienthong.gateway.dossier.DeliveryState;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.MessageKind;

/** Whom a receiver that brings a packet to all whom it names must not reach. */
final class ClosedBesideTest {

    private static final Set<DeliveryState> AGAINST = EnumSet.of(DeliveryState.FAILED, DeliveryState.WITHDRAWN);

    private final Delivery own = copy("H53").state(DeliveryState.SENDING).delivery();

    private static DeliverySketch copy(String code) {
        return new DeliverySketch(new DossierId(new UUID(0, 1))).to(code, "so", "tinh");
    }

    private String codes(DeliverySketch... others) {
        return ClosedBeside.codes(
                own,
                Stream.concat(Stream.of(own), Arrays.stream(others).map(DeliverySketch::delivery))
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void onlyWhatSomebodyEndedIsMeant(DeliveryState state) {
        assertThat(codes(copy("H56").state(state))).isEqualTo(AGAINST.contains(state) ? "H56" : "");
    }

    @Test
    void whoMayHaveTheDocumentAlreadyIsNotMeant() {
        assertThat(codes(copy("H56").taken(true).state(DeliveryState.WITHDRAWN)))
                .isEmpty();
    }

    @Test
    void theEndOfAStatusSaysNothingAboutTheDocument() {
        assertThat(codes(copy("H56").kind(MessageKind.STATUS).state(DeliveryState.FAILED)))
                .isEmpty();
    }

    @Test
    void whoGetsAnotherCopyIsNotMeant() {
        assertThat(codes(
                        copy("H56").state(DeliveryState.FAILED),
                        copy("H56").state(DeliveryState.WAITING),
                        copy("H53").state(DeliveryState.WITHDRAWN)))
                .isEmpty();
    }

    @Test
    void eachIsNamedOnce() {
        assertThat(codes(
                        copy("H57").state(DeliveryState.WITHDRAWN),
                        copy("H56").state(DeliveryState.FAILED),
                        copy("H57").state(DeliveryState.FAILED)))
                .isEqualTo("H56, H57");
    }

    @Test
    void theCopyItselfIsNotBesideItself() {
        Delivery ended = copy("H56").state(DeliveryState.FAILED).delivery();
        assertThat(ClosedBeside.codes(ended, List.of(ended))).isEmpty();
    }
}
