package vn.lienthong.routes.door.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.DeliveryState;
import vn.lienthong.gateway.dossier.Hold;
import vn.lienthong.gateway.status.Status;

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
        NextStep step = NextStep.of(TAKEN.dossier(), copies, List.of());
        assertThat(step).isEqualTo(expected);
        assertThat(step.needsPerson()).isEqualTo(needsPerson);
    }

    static Stream<Arguments> answers() {
        Delivery other = TAKEN.copy("H53", DeliveryState.HANDED_OVER, false, 0);
        return Stream.of(
                Arguments.of(List.of(DELIVERED), List.of(says("H26", "01")), new NextStep.Delivered(1, 0)),
                Arguments.of(List.of(DELIVERED), List.of(says("H99", "03")), new NextStep.Delivered(1, 0)),
                Arguments.of(List.of(DELIVERED), List.of(says("H26", "03")), new NextStep.Answered(1)),
                Arguments.of(List.of(DELIVERED, other), List.of(says("H26", "03")), new NextStep.Awaiting("H53")),
                Arguments.of(
                        List.of(DELIVERED, other),
                        List.of(says("H53", "02"), says("H26", "03")),
                        new NextStep.Declined("H53", "không thuộc thẩm quyền")),
                Arguments.of(
                        List.of(DELIVERED),
                        List.of(says("H26", "02"), says("H26", "01"), says("H26", "03")),
                        new NextStep.Answered(1)),
                Arguments.of(
                        List.of(DELIVERED, TO_COLLECT),
                        List.of(says("H26", "02")),
                        new NextStep.ToBeCollected("H53", "sys-H53")));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void saysWhatRecipientsAnswered(List<Delivery> copies, List<Status> statuses, NextStep expected) {
        NextStep step = NextStep.of(TAKEN.dossier(), copies, statuses);
        assertThat(step).isEqualTo(expected);
        assertThat(step.needsPerson()).isFalse();
    }

    private static Status says(String from, String code) {
        return new Status(
                0,
                Optional.of(TAKEN.dossier().id()),
                new AgencyCode(from),
                Optional.empty(),
                new AgencyCode("G22"),
                Optional.empty(),
                "G22,2025/08/01,1",
                code,
                "không thuộc thẩm quyền",
                "",
                Optional.empty(),
                Sample.TIME,
                Sample.NO_BYTES,
                "sys",
                "doc",
                "");
    }

    @Test
    void heldDocumentWaitsForWhoeverDecides() {
        Sample held = Sample.held("2", Hold.QUARANTINE, "dấu Mật");
        assertThat(NextStep.of(held.dossier(), List.of(DEAD), List.of()))
                .isEqualTo(new NextStep.Held(Hold.QUARANTINE, "dấu Mật"));
        assertThat(NextStep.of(held.dossier(), List.of(), List.of()).needsPerson())
                .isTrue();
    }

    @Test
    void refusedDocumentIsOver() {
        assertThat(NextStep.of(TAKEN.refused("sai con dấu").dossier(), List.of(), List.of()))
                .isEqualTo(new NextStep.Refused("sai con dấu"));
    }

    @Test
    void deliveredRecallStillWaitsForItsTarget() {
        assertThat(NextStep.of(TAKEN.recalling().dossier(), List.of(DELIVERED), List.of()))
                .isEqualTo(new NextStep.WaitsForTarget("G22,2025/07/28,7000/VPCP-TTĐT"));
    }
}
