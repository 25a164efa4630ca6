package vn.lienthong.routes.command.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.routes.command.conformance.Operation.CONFIRM;
import static vn.lienthong.routes.command.conformance.Operation.FETCH;
import static vn.lienthong.routes.command.conformance.Operation.LIST;
import static vn.lienthong.routes.command.conformance.Operation.SEND;
import static vn.lienthong.routes.command.conformance.Operation.STATUS;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each step passes what a careful client does, and fails what a careless one does. */
final class StepsTest {

    private static final List<String> WAITING = List.of("c1", "c2");

    private static Seen sent(String docId, String identity, Fault fault) {
        boolean told = fault == Fault.NONE || fault == Fault.SLOW;
        return seen(SEND, docId, identity, fault, told, false);
    }

    private static Seen held(String docId, String identity) {
        return seen(SEND, docId, identity, Fault.NONE, true, true);
    }

    private static Seen did(Operation operation, String docId) {
        return seen(operation, docId, "", Fault.NONE, true, false);
    }

    private static Seen cut(String docId) {
        return seen(FETCH, docId, "", Fault.CUT, false, false);
    }

    private static Seen said(String identity) {
        return seen(STATUS, "s", identity, Fault.NONE, true, false);
    }

    private static Seen seen(
            Operation operation, String docId, String identity, Fault fault, boolean ok, boolean held) {
        return new Seen(
                operation, docId, identity, fault, ok, held, ok || fault != Fault.NONE ? "" : "sai", Instant.EPOCH);
    }

    private static Seen listed(int seconds) {
        return new Seen(LIST, "", "", Fault.NONE, true, false, "", Instant.EPOCH.plusSeconds(seconds));
    }

    private static List<Seen> then(List<Seen> first, Operation operation, int times) {
        List<Seen> all = new ArrayList<>(first);
        for (int i = 0; i < times; i++) {
            all.add(did(operation, ""));
        }
        return all;
    }

    static Stream<Arguments> careful() {
        return Stream.of(
                Arguments.of("send", List.of(sent("d1", "1", Fault.NONE))),
                Arguments.of("busy", List.of(sent("", "1", Fault.BUSY), sent("d1", "1", Fault.NONE))),
                Arguments.of("slow", List.of(sent("d1", "1", Fault.SLOW))),
                Arguments.of("lost", List.of(sent("d1", "1", Fault.LOST), sent("d1", "1", Fault.NONE))),
                Arguments.of("collect", List.of(did(LIST, ""), did(FETCH, "c1"), did(CONFIRM, "c1"))),
                Arguments.of("cut", List.of(cut("c1"), did(FETCH, "c1"), did(CONFIRM, "c1"))),
                Arguments.of("twice", then(List.of(did(FETCH, "c1"), did(CONFIRM, "c1")), LIST, 3)),
                Arguments.of("status", List.of(said("c1=05"), said("c1=03"))),
                Arguments.of("divided", List.of(held("d1", "900"), held("d1", "900"), listed(15))),
                Arguments.of("order", List.of(did(CONFIRM, "c2"), did(CONFIRM, "c1"))));
    }

    static Stream<Arguments> careless() {
        return Stream.of(
                Arguments.of("send", List.of(seen(SEND, "", "1", Fault.NONE, false, false))),
                Arguments.of("busy", List.of(sent("", "1", Fault.BUSY), sent("d2", "2", Fault.NONE))),
                Arguments.of(
                        "slow", List.of(seen(SEND, "d1", "1", Fault.SLOW, false, false), sent("d2", "2", Fault.NONE))),
                Arguments.of("lost", List.of(sent("d1", "1", Fault.LOST), sent("d2", "1", Fault.NONE))),
                Arguments.of("collect", List.of(did(LIST, ""), did(CONFIRM, "c1"))),
                Arguments.of("cut", List.of(cut("c1"), did(CONFIRM, "c1"))),
                Arguments.of("twice", List.of(did(FETCH, "c1"), did(FETCH, "c1"), did(CONFIRM, "c1"))),
                Arguments.of("twice", List.of(did(FETCH, "c1"), did(CONFIRM, "c1"), did(FETCH, "c1"))),
                Arguments.of("status", List.of(seen(STATUS, "", "", Fault.NONE, false, false))),
                Arguments.of("divided", List.of(held("d1", "900"), held("d2", "901"))));
    }

    /** What never comes fails when the time is over. */
    static Stream<Arguments> unfinished() {
        return Stream.of(
                Arguments.of("send", List.of(did(LIST, ""))),
                Arguments.of("busy", List.of(sent("", "1", Fault.BUSY))),
                Arguments.of("slow", List.of(seen(SEND, "d1", "1", Fault.SLOW, false, false))),
                Arguments.of("lost", List.of(sent("d1", "1", Fault.LOST))),
                Arguments.of("collect", List.of(did(FETCH, "c1"))),
                Arguments.of("cut", List.of(cut("c1"), did(FETCH, "c1"))),
                Arguments.of("twice", then(List.of(did(FETCH, "c1"), did(CONFIRM, "c1")), LIST, 2)),
                Arguments.of("status", List.of(said("c1=05"), said("c9=03"))),
                Arguments.of("divided", List.of(sent("d1", "1", Fault.NONE), held("d2", "900"), listed(14))),
                Arguments.of("order", List.of(did(CONFIRM, "c1"))));
    }

    private static Optional<Verdict> judge(String id, List<Seen> seen) {
        return step(id).judge(seen, WAITING);
    }

    private static Step step(String id) {
        return Steps.all().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource
    void careful(String id, List<Seen> seen) {
        assertThat(judge(id, seen))
                .hasValueSatisfying(verdict ->
                        assertThat(verdict.passed()).as(verdict.words()).isTrue());
    }

    @ParameterizedTest
    @MethodSource
    void careless(String id, List<Seen> seen) {
        assertThat(judge(id, seen))
                .hasValueSatisfying(verdict ->
                        assertThat(verdict.passed()).as(verdict.words()).isFalse());
    }

    @ParameterizedTest
    @MethodSource
    void unfinished(String id, List<Seen> seen) {
        assertThat(judge(id, seen)).isEmpty();
        assertThat(step(id).missing()).isNotBlank();
    }

    @Test
    void noStepIsLeftOut() {
        Set<String> ids = Steps.all().stream().map(Step::id).collect(Collectors.toSet());
        for (Stream<Arguments> cases : List.of(careful(), unfinished())) {
            assertThat(cases.map(one -> (String) one.get()[0]).collect(Collectors.toSet()))
                    .isEqualTo(ids);
        }
    }
}
