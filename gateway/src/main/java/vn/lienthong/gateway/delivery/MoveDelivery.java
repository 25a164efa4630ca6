package vn.lienthong.gateway.delivery;

import java.time.Instant;
import java.util.Optional;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.DeliveryEvent;
import vn.lienthong.gateway.dossier.DeliveryState;
import vn.lienthong.gateway.dossier.DeliveryTransitions;
import vn.lienthong.gateway.dossier.Facts;
import vn.lienthong.gateway.dossier.Transaction;
import vn.lienthong.gateway.evidence.EvidenceEvent;

/**
 * The one way by which a delivery changes its state: asks the transition table, compares and sets, and writes the entry
 * where the change is one. All final states leave through here.
 */
public final class MoveDelivery {

    private MoveDelivery() {}

    /**
     * Moves a delivery.
     *
     * @param evidence the entry to write; empty for moves that are only mechanics
     * @return the delivery as it is now; empty when the event means nothing in its state or somebody else moved it first
     */
    public static Optional<Delivery> move(
            Transaction transaction,
            Delivery before,
            DeliveryEvent event,
            DeliveryChange change,
            Optional<EvidenceEvent> evidence,
            String actor,
            Instant now) {
        Optional<DeliveryState> next = DeliveryTransitions.next(before.state(), event);
        if (next.isEmpty()) {
            return Optional.empty();
        }
        Delivery after = change.apply(before, next.get(), now);
        if (!transaction.deliveries().replace(before, after)) {
            return Optional.empty();
        }
        evidence.ifPresent(term -> transaction
                .entries()
                .append(
                        before.dossier(),
                        now,
                        term,
                        actor,
                        Facts.with("delivery", before.id())
                                .and("kind", before.kind())
                                .and("recipient", before.code().text())
                                .and(
                                        "agency",
                                        after.agency()
                                                .map(a -> a.value().toString())
                                                .orElse(""))
                                .and("system", after.systemId().orElse(""))
                                .and("dispatch", after.dispatch())
                                .and("bytes", before.bytes().digest().hex())
                                .and("state", after.state())
                                .and("reason", after.reason())
                                .json()));
        return Optional.of(after);
    }

    /** Notes that the recipient's system was given the bytes: the state stays, but a recall cannot withdraw any more. */
    public static void markTaken(Transaction transaction, Delivery delivery, String actor, Instant now) {
        DeliveryChange change = DeliveryChange.because(delivery.reason()).markingTaken();
        Delivery after = change.apply(delivery, delivery.state(), now);
        if (transaction.deliveries().replace(delivery, after)) {
            transaction
                    .entries()
                    .append(
                            delivery.dossier(),
                            now,
                            EvidenceEvent.CONTENT_CONSIGNMENT,
                            actor,
                            Facts.with("delivery", delivery.id())
                                    .and("kind", delivery.kind())
                                    .and("recipient", delivery.code().text())
                                    .and("bytes", delivery.bytes().digest().hex())
                                    .json());
        }
    }
}
