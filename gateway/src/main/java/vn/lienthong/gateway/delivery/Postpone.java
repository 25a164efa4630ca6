package vn.lienthong.gateway.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.DeliveryEvent;
import vn.lienthong.gateway.dossier.Transaction;

/**
 * Ends a try of a copy that may not go before a person has decided about another one of its document. It costs no try. A
 * decision wakes the copy ({@link MoveDelivery}); until then it is looked at again after as long as it has waited already.
 */
final class Postpone {

    private static final Duration SOONEST = Duration.ofMinutes(5);

    private Postpone() {}

    /**
     * Writes that the copy waits.
     *
     * @param longest between two looks
     * @return empty when somebody else moved the delivery first; the try is not ended then
     */
    static Optional<Delivery> on(
            Transaction transaction, Delivery delivery, String detail, Duration longest, Instant now) {
        // Whoever decides locks all copies too: the decision comes before, and is seen here, or after, and wakes this
        // copy.
        List<Delivery> copies = transaction.deliveries().locked(delivery.dossier());
        if (copies.stream().noneMatch(copy -> isSameTry(copy, delivery))) {
            return Optional.empty();
        }
        Instant since = transaction.deliveries().endWait(delivery.id(), delivery.dispatch(), now, detail);
        boolean decided = HeldBeside.codes(delivery, copies).isEmpty();
        Duration pause = decided ? Duration.ZERO : pause(Duration.between(since, now), longest);
        return MoveDelivery.move(
                transaction,
                delivery,
                DeliveryEvent.FAIL,
                DeliveryChange.because(detail).dueAt(now.plus(pause)).countingAnew(),
                Optional.empty(),
                "gateway",
                now);
    }

    private static boolean isSameTry(Delivery copy, Delivery delivery) {
        return copy.id().equals(delivery.id())
                && copy.state() == delivery.state()
                && copy.dispatch() == delivery.dispatch();
    }

    /** Doubles what was waited, within bounds. */
    private static Duration pause(Duration waited, Duration longest) {
        Duration next = waited.compareTo(SOONEST) < 0 ? SOONEST : waited;
        return next.compareTo(longest) > 0 ? longest : next;
    }
}
