package vn.lienthong.gateway.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import vn.lienthong.gateway.dossier.Attempt;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.DeliveryState;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.reception.Letters;
import vn.lienthong.gateway.dossier.reception.Station;
import vn.lienthong.gateway.dossier.reception.StoreKind;
import vn.lienthong.gateway.evidence.EvidenceEvent;

@ParameterizedClass
@EnumSource
final class DeliverDocumentTest {

    private static final Duration LONG = Duration.ofDays(2);

    @AutoClose
    private final Station station;

    private final List<Delivery> pushed = new ArrayList<>();

    DeliverDocumentTest(StoreKind stores) {
        station = new Station(stores.open());
    }

    private DossierId send(String documentId) {
        return station.take(Letters.letter(documentId, "H03")).dossier();
    }

    private Delivery copy(DossierId dossier) {
        return station.copy(dossier, "H03");
    }

    private DeliverDocument answering(PushOutcome outcome) {
        return station.deliverer(delivery -> {
            pushed.add(delivery);
            return outcome;
        });
    }

    private List<Attempt> attempts(DossierId dossier) {
        return station.read(t -> t.deliveries().attempts(dossier));
    }

    @Test
    void aTakenCopyIsHandedOverOnceHoweverOftenItsDispatchComes() {
        DossierId dossier = send("D1");
        assertThat(station.relay.relay()).isEqualTo(1);
        DeliverDocument delivering = answering(new PushOutcome.Taken("HTTP 200"));
        delivering.deliver(station.queue.getFirst());
        delivering.deliver(station.queue.getFirst());
        assertThat(pushed).hasSize(1);
        assertThat(copy(dossier).state()).isEqualTo(DeliveryState.HANDED_OVER);
        assertThat(attempts(dossier)).singleElement().satisfies(attempt -> {
            assertThat(attempt.outcome()).isEqualTo("HANDED_OVER");
            assertThat(attempt.node()).isEqualTo("node-1");
        });
        assertThat(station.relay.relay()).isZero();
    }

    @Test
    void aFailedAttemptIsMadeAgainWhenItIsDueUnderTheNextNumber() {
        DossierId dossier = send("D1");
        station.relay.relay();
        answering(new PushOutcome.TryAgain("HTTP 503")).deliver(station.queue.getFirst());
        assertThat(copy(dossier).state()).isEqualTo(DeliveryState.WAITING);
        assertThat(copy(dossier).dueAt().orElseThrow()).isAfter(station.clock.instant());
        assertThat(station.relay.relay()).isZero();
        station.clock.pass(LONG);
        assertThat(station.relay.relay()).isEqualTo(1);
        assertThat(station.queue).extracting(Dispatch::number).containsExactly(1, 2);
        answering(new PushOutcome.Taken("HTTP 200")).deliver(station.queue.getFirst());
        assertThat(copy(dossier).state()).isEqualTo(DeliveryState.QUEUED);
    }

    @Test
    void aCopyThatMayNotGoYetCostsNoTryAndIsNotTheReceiversFault() {
        DossierId dossier = sendBesideHeld();
        waitFor(dossier, 50);
        assertThat(copy(dossier).attempts()).isZero();
        assertThat(station.relay.relay()).as("the breaker is closed").isEqualTo(1);
        answering(new PushOutcome.Taken("HTTP 200")).deliver(station.queue.getLast());
        assertThat(copy(dossier).state()).isEqualTo(DeliveryState.HANDED_OVER);
    }

    /** H07 was split: its copy is held until a person chooses. */
    private DossierId sendBesideHeld() {
        DossierId dossier = station.take(Letters.letter("D1", "H03", "H07")).dossier();
        assertThat(station.copy(dossier, "H07").state()).isEqualTo(DeliveryState.HELD);
        return dossier;
    }

    /** Looks so often, each time when it is due; returns the pauses after each look. */
    private List<Duration> waitFor(DossierId dossier, int looks) {
        List<Duration> pauses = new ArrayList<>();
        for (int i = 0; i < looks; i++) {
            assertThat(station.relay.relay()).isEqualTo(1);
            answering(new PushOutcome.Waits("còn chờ quyết định cho H07")).deliver(station.queue.getLast());
            assertThat(copy(dossier).state()).isEqualTo(DeliveryState.WAITING);
            pauses.add(Duration.between(
                    station.clock.instant(), copy(dossier).dueAt().orElseThrow()));
            station.clock.pass(pauses.getLast());
        }
        return pauses;
    }

    @Test
    void waitingForAPersonIsOneTryHoweverLongItTakesAndIsLookedAtEverMoreSeldom() {
        DossierId dossier = sendBesideHeld();
        station.relay.relay();
        answering(new PushOutcome.TryAgain("HTTP 503")).deliver(station.queue.getLast());
        station.clock.pass(LONG);
        Instant since = station.clock.instant();
        assertThat(waitFor(dossier, 9))
                .extracting(Duration::toMinutes)
                .containsExactly(5L, 5L, 10L, 20L, 40L, 80L, 160L, 240L, 240L);
        Instant last = station.clock.instant().minus(station.settings.longestWait());
        assertThat(attempts(dossier)).extracting(Attempt::outcome).containsExactly("FAILED", Attempt.WAITS);
        assertThat(attempts(dossier).getLast().startedAt()).isEqualTo(since);
        assertThat(attempts(dossier).getLast().endedAt()).contains(last);
        station.relay.relay();
        answering(new PushOutcome.TryAgain("HTTP 503")).deliver(station.queue.getLast());
        station.clock.pass(LONG);
        assertThat(waitFor(dossier, 2)).as("it waits anew").containsOnly(Duration.ofMinutes(5));
        assertThat(attempts(dossier))
                .extracting(Attempt::outcome)
                .containsExactly("FAILED", Attempt.WAITS, "FAILED", Attempt.WAITS);
    }

    @Test
    void theDecisionAboutTheHeldOneWakesWhatWaitsForIt() {
        DossierId dossier = sendBesideHeld();
        waitFor(dossier, 9);
        station.relay.relay();
        answering(new PushOutcome.Waits("còn chờ")).deliver(station.queue.getLast());
        station.clock.pass(Duration.ofMinutes(1));
        assertThat(station.relay.relay()).isZero();
        assertThat(station.operator.close(station.copy(dossier, "H07").id(), "an", "gửi giấy"))
                .isTrue();
        assertThat(station.relay.relay()).isEqualTo(1);
        answering(new PushOutcome.Taken("HTTP 200")).deliver(station.queue.getLast());
        assertThat(copy(dossier).state()).isEqualTo(DeliveryState.HANDED_OVER);
    }

    @Test
    void aDecisionDuringTheTryIsNotMissed() {
        DossierId dossier = sendBesideHeld();
        waitFor(dossier, 9);
        station.relay.relay();
        station.deliverer(delivery -> {
                    station.operator.close(station.copy(dossier, "H07").id(), "an", "gửi giấy");
                    return new PushOutcome.Waits("còn chờ");
                })
                .deliver(station.queue.getLast());
        assertThat(station.relay.relay()).isEqualTo(1);
    }

    @Test
    void aCopyThatRestsAfterAFailureIsNotWokenByADecision() {
        DossierId dossier = sendBesideHeld();
        station.relay.relay();
        answering(new PushOutcome.TryAgain("HTTP 503")).deliver(station.queue.getLast());
        Instant due = copy(dossier).dueAt().orElseThrow();
        station.operator.close(station.copy(dossier, "H07").id(), "an", "gửi giấy");
        assertThat(copy(dossier).dueAt()).contains(due);
    }

    @Test
    void aWaitThatOutlivedItsLeaseIsNotWritten() {
        DossierId dossier = sendBesideHeld();
        station.relay.relay();
        station.deliverer(delivery -> {
                    station.clock.pass(station.settings.attemptLease());
                    assertThat(station.sweep.takeBack()).isEqualTo(1);
                    return new PushOutcome.Waits("còn chờ");
                })
                .deliver(station.queue.getFirst());
        assertThat(copy(dossier).dispatch()).isEqualTo(2);
        assertThat(attempts(dossier)).extracting(Attempt::outcome).containsExactly("LOST");
    }

    @Test
    void usedUpTriesEndInADeadLetterThatLosesNothing() {
        DossierId dossier = send("D1");
        run(station.settings.maxAttempts());
        assertThat(copy(dossier).state()).isEqualTo(DeliveryState.DEAD);
        assertThat(station.alerts()).hasSize(1);
        assertThat(station.operator.revive(copy(dossier).id(), "an", "đã sửa mạng"))
                .isTrue();
        assertThat(station.alerts()).as("it is not dead any more").isEmpty();
        assertThat(station.entries(dossier))
                .filteredOn(entry -> entry.event() == EvidenceEvent.ALERT_CLOSED)
                .singleElement()
                .satisfies(entry -> assertThat(entry.actor()).isEqualTo("gateway"))
                .satisfies(entry -> assertThat(entry.detailJson()).contains("Hết nguyên nhân"));
        run(1);
        assertThat(copy(dossier).state()).isEqualTo(DeliveryState.WAITING);
        assertThat(attempts(dossier)).hasSize(station.settings.maxAttempts() + 1);
    }

    private void run(int attempts) {
        for (int i = 0; i < attempts; i++) {
            station.clock.pass(LONG);
            station.relay.relay();
            answering(new PushOutcome.TryAgain("HTTP 503")).deliver(station.queue.getLast());
        }
    }

    @Test
    void aRefusalOfTheReceiverIsForAPersonAtOnce() {
        DossierId dossier = send("D1");
        station.relay.relay();
        answering(new PushOutcome.Declined("HTTP 400")).deliver(station.queue.getFirst());
        assertThat(copy(dossier).state()).isEqualTo(DeliveryState.DEAD);
        assertThat(station.operator.close(copy(dossier).id(), "an", "gửi giấy")).isTrue();
        assertThat(copy(dossier).state()).isEqualTo(DeliveryState.FAILED);
    }

    @Test
    void anOutcomeAfterTheLeaseWasLostIsNotWritten() {
        DossierId dossier = send("D1");
        station.relay.relay();
        station.deliverer(delivery -> {
                    station.clock.pass(station.settings.attemptLease());
                    assertThat(station.sweep.takeBack()).isEqualTo(1);
                    return new PushOutcome.Taken("HTTP 200, late");
                })
                .deliver(station.queue.getFirst());
        assertThat(copy(dossier).state()).isEqualTo(DeliveryState.WAITING);
        assertThat(copy(dossier).dispatch()).isEqualTo(2);
        assertThat(attempts(dossier)).singleElement().satisfies(attempt -> assertThat(attempt.outcome())
                .isEqualTo("LOST"));
    }

    @Test
    void aCopyThatTakesItsNodeDownEveryTimeEndsTooAndIsSeen() {
        DossierId dossier = send("D1");
        for (int i = 0; i < station.settings.maxAttempts(); i++) {
            station.clock.pass(LONG);
            station.relay.relay();
            assertThatThrownBy(() -> station.deliverer(delivery -> {
                                throw new IllegalStateException("killed");
                            })
                            .deliver(station.queue.getLast()))
                    .isInstanceOf(IllegalStateException.class);
            station.clock.pass(station.settings.attemptLease());
            station.sweep.takeBack();
        }
        assertThat(copy(dossier).state()).isEqualTo(DeliveryState.DEAD);
        assertThat(station.alerts()).hasSize(1);
    }

    @Test
    void aQueueThatWasLostIsFilledAgainFromTheRecord() {
        DossierId dossier = send("D1");
        station.relay.relay();
        station.queue.clear();
        station.clock.pass(station.settings.queuedFor().minusSeconds(1));
        assertThat(station.sweep.takeBack()).isZero();
        station.clock.pass(Duration.ofSeconds(1));
        assertThat(station.sweep.takeBack()).isEqualTo(1);
        assertThat(station.relay.relay()).isEqualTo(1);
        answering(new PushOutcome.Taken("HTTP 200")).deliver(station.queue.getFirst());
        assertThat(copy(dossier).state()).isEqualTo(DeliveryState.HANDED_OVER);
    }

    @Test
    void aCrashBetweenSendingAndCommittingLeavesADispatchThatMeansNothing() {
        DossierId dossier = send("D1");
        List<Dispatch> sent = new ArrayList<>();
        RelayDue crashing = new RelayDue(
                station.work,
                (system, dispatch) -> {
                    sent.add(dispatch);
                    throw new IllegalStateException("killed");
                },
                station.settings,
                station.clock);
        assertThatThrownBy(crashing::relay).isInstanceOf(IllegalStateException.class);
        answering(new PushOutcome.Taken("HTTP 200")).deliver(sent.getFirst());
        assertThat(pushed).isEmpty();
        assertThat(copy(dossier).state()).isEqualTo(DeliveryState.WAITING);
        assertThat(station.relay.relay()).isEqualTo(1);
    }

    @Test
    void urgentOnesGoFirstAndNoSystemFillsTheBroker() {
        DossierId slow = send("D1");
        DossierId express = station.take(Letters.letterOf("G01", "D2", "hỏa tốc", "4", "H03"))
                .dossier();
        station.relay.relay();
        assertThat(station.queue)
                .extracting(Dispatch::delivery)
                .containsExactly(copy(express).id(), copy(slow).id());
    }

    @Test
    void aSystemThatIsDownIsLeftAloneForAWhile() {
        for (int i = 0; i < station.settings.breakerFailures(); i++) {
            send("D" + i);
        }
        station.relay.relay();
        List.copyOf(station.queue).forEach(answering(new PushOutcome.TryAgain("down"))::deliver);
        send("D9");
        assertThat(station.relay.relay()).isZero();
        station.clock.pass(station.settings.breakerPause().plusSeconds(1));
        assertThat(station.relay.relay()).isPositive();
        answering(new PushOutcome.Taken("HTTP 200")).deliver(station.queue.getLast());
        assertThat(station.systems.find("sys-xa")).isNotEqualTo(Optional.empty());
    }
}
