package vn.lienthong.gateway.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.gateway.access.ReceivingSystem;
import vn.lienthong.gateway.access.Systems;
import vn.lienthong.gateway.dossier.Attempt;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.DeliveryEvent;
import vn.lienthong.gateway.dossier.DeliveryState;
import vn.lienthong.gateway.dossier.Transaction;
import vn.lienthong.gateway.dossier.UnitOfWork;
import vn.lienthong.gateway.evidence.EvidenceEvent;

/**
 * One attempt to bring one copy (cycle of a document, step 12): takes the delivery by compare-and-set, resolves its
 * recipient again, pushes, and writes the outcome only where the attempt is still ours.
 */
public final class DeliverDocument {

    private static final Logger LOG = LoggerFactory.getLogger(DeliverDocument.class);
    private static final String ACTOR = "gateway";

    private final UnitOfWork work;
    private final Systems systems;
    private final Reroute reroute;
    private final Pusher pusher;
    private final BackOff backOff;
    private final DeliverySettings settings;
    private final String node;
    private final Clock clock;

    public DeliverDocument(
            UnitOfWork work,
            Systems systems,
            Reroute reroute,
            Pusher pusher,
            BackOff backOff,
            DeliverySettings settings,
            Node node) {
        this.work = work;
        this.systems = systems;
        this.reroute = reroute;
        this.pusher = pusher;
        this.backOff = backOff;
        this.settings = settings;
        this.node = node.name();
        this.clock = node.clock();
    }

    /** Runs the attempt that the dispatch names; does nothing when somebody else has it or it is over. */
    public void deliver(Dispatch dispatch) {
        Optional<Delivery> begun = work.inTransaction(transaction -> begin(transaction, dispatch));
        if (begun.isEmpty()) {
            LOG.debug("dispatch {} is no longer current", dispatch.duplicateId());
            return;
        }
        Delivery delivery = begun.get();
        String systemId = delivery.systemId().orElseThrow();
        PushOutcome outcome = systems.find(systemId)
                .filter(ReceivingSystem::enabled)
                .map(system -> pusher.push(system, delivery))
                .orElseGet(() -> new PushOutcome.TryAgain("hệ thống " + systemId + ": đang tắt"));
        work.inTransaction(transaction -> end(transaction, delivery, outcome));
        if (!(outcome instanceof PushOutcome.Waits)) {
            boolean reached = !(outcome instanceof PushOutcome.TryAgain);
            systems.recordOutcome(
                    systemId,
                    reached,
                    settings.breakerFailures(),
                    clock.instant().plus(settings.breakerPause()));
        }
    }

    private Optional<Delivery> begin(Transaction transaction, Dispatch dispatch) {
        Instant now = clock.instant();
        Optional<Delivery> sending = transaction
                .deliveries()
                // Locked: the dispatch may be here before the transaction that relayed it has committed.
                .locked(dispatch.delivery())
                .filter(found -> found.state() == DeliveryState.QUEUED && found.dispatch() == dispatch.number())
                .flatMap(found -> MoveDelivery.move(
                        transaction,
                        found,
                        DeliveryEvent.BEGIN,
                        DeliveryChange.because("")
                                .leaseUntil(now.plus(settings.attemptLease()))
                                .countingAttempt(),
                        Optional.empty(),
                        ACTOR,
                        now))
                .flatMap(found -> reroute.current(transaction, found, now));
        sending.ifPresent(delivery -> transaction
                .deliveries()
                .addAttempt(
                        new Attempt(delivery.id(), delivery.dispatch(), now, Optional.empty(), node, "SENDING", "")));
        return sending;
    }

    private Optional<Delivery> end(Transaction transaction, Delivery delivery, PushOutcome outcome) {
        Instant now = clock.instant();
        String detail = outcome.detail();
        Optional<Delivery> moved =
                switch (outcome) {
                    case PushOutcome.Taken taken ->
                        MoveDelivery.move(
                                transaction,
                                delivery,
                                DeliveryEvent.SUCCEED,
                                DeliveryChange.because(detail),
                                Optional.of(EvidenceEvent.CONTENT_HANDOVER),
                                ACTOR,
                                now);
                    case PushOutcome.Waits waits ->
                        Postpone.on(transaction, delivery, detail, settings.longestWait(), now);
                    case PushOutcome.Declined declined -> GiveUp.on(transaction, delivery, detail, now);
                    case PushOutcome.TryAgain again ->
                        delivery.attempts() >= settings.maxAttempts()
                                ? GiveUp.on(transaction, delivery, detail, now)
                                : MoveDelivery.move(
                                        transaction,
                                        delivery,
                                        DeliveryEvent.FAIL,
                                        DeliveryChange.because(detail)
                                                .dueAt(now.plus(backOff.after(delivery.attempts()))),
                                        Optional.empty(),
                                        ACTOR,
                                        now);
                };
        // What waits has ended its try already: whoever comes second changes nothing.
        String name = moved.map(after -> outcomeName(after.state())).orElse("LOST");
        transaction.deliveries().endAttempt(delivery.id(), delivery.dispatch(), now, name, detail);
        return moved;
    }

    private static String outcomeName(DeliveryState state) {
        return state == DeliveryState.HANDED_OVER ? "HANDED_OVER" : "FAILED";
    }
}
