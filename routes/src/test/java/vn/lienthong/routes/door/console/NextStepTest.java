package vn.lienthong.routes.door.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.DeliveryState;
import vn.lienthong.gateway.dossier.Hold;

class NextStepTest {

    private static final Sample TAKEN = Sample.accepted("1");
    private static final Instant DUE = Sample.TIME.plusSeconds(600);

    private static final Delivery DELIVERED = TAKEN.copy("H26", DeliveryState.HANDED_OVER, false, 0);
    private static final Delivery WITHDRAWN = TAKEN.copy("H57", DeliveryState.WITHDRAWN, false, 0);
    private static final Delivery MERGED = TAKEN.copy("H39", DeliveryState.MERGED, false, 0);
    private static final Delivery TO_COLLECT = TAKEN.copy("H53", DeliveryState.WAITING, false, 0);
    private static final Delivery COLLECTING = TAKEN.copy("H54", DeliveryState.LEASED, false, 0);
    private static final Delivery FIRST_TRY = TAKEN.copy("G12", DeliveryState.WAITING, true, 0);
    private static final Delivery SENDING = TAKEN.copy("G13", DeliveryState.SENDING, true, 2);
    private static final Delivery FAILED_ONCE = TAKEN.copy("G14", DeliveryState.WAITING, true, 3);
    private static final Delivery NOWHERE = TAKEN.copy("G15", DeliveryState.UNROUTED, false, 0);
    private static final Delivery UNDECIDED = TAKEN.copy("G16", DeliveryState.HELD, false, 0);
    private static final Delivery DEAD = TAKEN.copy("G17", DeliveryState.DEAD, true, 40);

    static Stream<Arguments> steps() {
        return Stream.of(
                Arguments.of(List.of(), new NextStep.NobodyLeft(), false),
                Arguments.of(List.of(DELIVERED), new NextStep.Delivered(1, 0), false),
                Arguments.of(List.of(DELIVERED, MERGED), new NextStep.Delivered(1, 0), false),
                Arguments.of(List.of(DELIVERED, WITHDRAWN), new NextStep.Delivered(1, 1), false),
                Arguments.of(List.of(WITHDRAWN), new NextStep.NobodyLeft(), false),
                Arguments.of(List.of(DELIVERED, TO_COLLECT), new NextStep.ToBeCollected("H53", "sys-H53"), false),
                Arguments.of(
                        List.of(TO_COLLECT, COLLECTING),
                        new NextStep.ToBeCollected("H53, H54", "sys-H53, sys-H54"),
                        false),
                Arguments.of(List.of(TO_COLLECT, FAILED_ONCE), new NextStep.TryAgain("G14", DUE, 3), false),
                Arguments.of(List.of(FAILED_ONCE, FIRST_TRY, SENDING), new NextStep.Trying("G12, G13"), false),
                Arguments.of(List.of(SENDING, NOWHERE), new NextStep.Unreachable("G15"), true),
                Arguments.of(List.of(NOWHERE, UNDECIDED), new NextStep.Undecided("G16", "cơ quan đã chia tách"), true),
                Arguments.of(List.of(UNDECIDED, DEAD, SENDING), new NextStep.GivenUp("G17", "HTTP 503"), true));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void saysTheMostPressingThing(List<Delivery> copies, NextStep expected, boolean needsPerson) {
        NextStep step = NextStep.of(TAKEN.dossier(), copies);
        assertThat(step).isEqualTo(expected);
        assertThat(step.needsPerson()).isEqualTo(needsPerson);
    }

    @Test
    void heldDocumentWaitsForWhoeverDecides() {
        Sample held = Sample.held("2", Hold.QUARANTINE, "dấu Mật");
        assertThat(NextStep.of(held.dossier(), List.of(DEAD))).isEqualTo(new NextStep.Held(Hold.QUARANTINE, "dấu Mật"));
        assertThat(NextStep.of(held.dossier(), List.of()).needsPerson()).isTrue();
    }

    @Test
    void refusedDocumentIsOver() {
        assertThat(NextStep.of(TAKEN.refused("sai con dấu").dossier(), List.of()))
                .isEqualTo(new NextStep.Refused("sai con dấu"));
    }

    @Test
    void deliveredRecallStillWaitsForItsTarget() {
        assertThat(NextStep.of(TAKEN.recalling().dossier(), List.of(DELIVERED)))
                .isEqualTo(new NextStep.WaitsForTarget("G22,2025/07/28,7000/VPCP-TTĐT"));
    }
}
