package vn.lienthong.gateway.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.DeliveryEvent;
import vn.lienthong.gateway.dossier.UnitOfWork;

/**
 * Gives deliveries that are due to the broker (cycle of a document, step 11). The delivery's own row is its outbox row:
 * taken with {@code FOR UPDATE SKIP LOCKED}, marked QUEUED under a new dispatch number in the same transaction.
 *
 * <p>The messages are sent before the transaction commits. Were the commit lost, their dispatch numbers would match no
 * row and the consumer would drop them; were a message lost, the sweeper would take the delivery back.
 */
public final class RelayDue {

    /** Puts one delivery id and dispatch number on the queue of a receiving system. */
    public interface Queue {
        void send(String systemId, Dispatch dispatch);
    }

    private static final int BATCH = 200;

    private final UnitOfWork work;
    private final Queue queue;
    private final DeliverySettings settings;
    private final Clock clock;

    public RelayDue(UnitOfWork work, Queue queue, DeliverySettings settings, Clock clock) {
        this.work = work;
        this.queue = queue;
        this.settings = settings;
        this.clock = clock;
    }

    /** Relays batches until one comes back less than full. */
    public void relayAll() {
        int relayed;
        do {
            relayed = relay();
        } while (relayed == BATCH);
    }

    /**
     * Relays one batch.
     *
     * @return how many deliveries were relayed; a full batch means there may be more
     */
    public int relay() {
        Instant now = clock.instant();
        List<Delivery> relayed = work.inTransaction(transaction -> {
            List<Delivery> queued = new ArrayList<>();
            for (Delivery due : transaction.deliveries().takeDue(now, settings.perSystem(), BATCH)) {
                MoveDelivery.move(
                                transaction,
                                due,
                                DeliveryEvent.RELAY,
                                DeliveryChange.because(due.reason()).underNextDispatch(),
                                Optional.empty(),
                                "gateway",
                                now)
                        .ifPresent(queued::add);
            }
            for (Delivery delivery : queued) {
                queue.send(delivery.systemId().orElseThrow(), new Dispatch(delivery.id(), delivery.dispatch()));
            }
            return queued;
        });
        return relayed.size();
    }
}
