package vn.lienthong.gateway.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.Alerts;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.DeliveryEvent;
import vn.lienthong.gateway.dossier.DeliveryState;
import vn.lienthong.gateway.dossier.DeliveryTransitions;
import vn.lienthong.gateway.dossier.DossierState;
import vn.lienthong.gateway.dossier.Facts;
import vn.lienthong.gateway.dossier.MessageKind;
import vn.lienthong.gateway.dossier.Outgoing;
import vn.lienthong.gateway.dossier.Transaction;
import vn.lienthong.gateway.evidence.EvidenceEvent;
import vn.lienthong.gateway.webhook.TellNews;

/**
 * The one way by which a delivery changes its state: asks the transition table, compares and sets, and writes the entry
 * where the change is one. All final states leave through here.
 */
public final class MoveDelivery {

    private MoveDelivery() {}

    /**
     * Moves a delivery.
     *
     * <p>A copy that was asked back while its attempt was under way is withdrawn as soon as the attempt ends without success:
     * it is never given to an engine again. Copies that waited for a decision about this one are due at once.
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
        if (before.state() == DeliveryState.HELD && after.state() != DeliveryState.HELD) {
            transaction.deliveries().wake(before.dossier(), now);
        }
        // Alerts before chains, as whoever closes one by hand locks them.
        List<Alerts.Alert> over = AlertsOver.close(transaction, before, after, now);
        evidence.ifPresent(term -> write(transaction, before, after, term, actor, now));
        AlertsOver.tell(transaction, after, over, now);
        TellNews.moved(transaction, before, after, now);
        Delivery current = attemptEnded(before, after) ? askedBack(transaction, after, now) : after;
        return Optional.of(cameBack(before, current) ? heldMeanwhile(transaction, current, now) : current);
    }

    private static boolean cameBack(Delivery before, Delivery after) {
        return after.state() == DeliveryState.WAITING
                && after.kind() == MessageKind.EDOC
                && switch (before.state()) {
                    case QUEUED, SENDING, LEASED -> true;
                    case WAITING, HELD, UNROUTED, DEAD, HANDED_OVER, WITHDRAWN, MERGED, FAILED -> false;
                };
    }

    /** A document may be taken into custody while a copy is out of our hands: once it is back it does not go again. */
    private static Delivery heldMeanwhile(Transaction transaction, Delivery delivery, Instant now) {
        return transaction
                .dossiers()
                .find(delivery.dossier())
                .filter(dossier -> dossier.state() == DossierState.HELD)
                .flatMap(dossier -> move(
                        transaction,
                        delivery,
                        DeliveryEvent.HOLD,
                        DeliveryChange.because(dossier.holdReason()),
                        Optional.of(EvidenceEvent.HELD),
                        "gateway",
                        now))
                .orElse(delivery);
    }

    private static boolean attemptEnded(Delivery before, Delivery after) {
        return before.state() == DeliveryState.SENDING && !after.state().isFinal();
    }

    private static Delivery askedBack(Transaction transaction, Delivery delivery, Instant now) {
        return transaction
                .deliveries()
                .askedBack(delivery.id())
                .flatMap(reason -> move(
                        transaction,
                        delivery,
                        DeliveryEvent.WITHDRAW,
                        DeliveryChange.because(reason + "; lần giao dở dang không thành"),
                        Optional.of(EvidenceEvent.WITHDRAWN),
                        "gateway",
                        now))
                .orElse(delivery);
    }

    private static void write(
            Transaction transaction, Delivery before, Delivery after, EvidenceEvent term, String actor, Instant now) {
        Facts facts = Facts.with("delivery", before.id())
                .and("kind", before.kind())
                .and("recipient", before.code().text())
                .and("agency", after.agency().map(a -> a.value().toString()).orElse(""))
                .and("system", after.systemId().orElse(""))
                .and("dispatch", after.dispatch());
        String detail = bytes(facts, transaction, before)
                .and("state", after.state())
                .and("reason", after.reason())
                .json();
        transaction.entries().append(before.dossier(), now, term, actor, detail);
    }

    /** Which received bytes the copy is made of, and what of them leaves. */
    private static Facts bytes(Facts facts, Transaction transaction, Delivery delivery) {
        Sha256 received = delivery.bytes().digest();
        Sha256 leaving = transaction
                .dossiers()
                .outgoing(delivery.dossier(), received)
                .map(Outgoing::digest)
                .orElse(received);
        return facts.and("bytes", received.hex()).and("outgoing", leaving.hex());
    }

    /**
     * Notes that the recipient's system was given the bytes: the state stays, but a recall cannot withdraw any more.
     *
     * @return false when somebody else moved the delivery first: then the bytes must not leave
     */
    public static boolean markTaken(Transaction transaction, Delivery delivery, String actor, Instant now) {
        DeliveryChange change = DeliveryChange.because(delivery.reason()).markingTaken();
        Delivery after = change.apply(delivery, delivery.state(), now);
        boolean marked = transaction.deliveries().replace(delivery, after);
        if (marked) {
            Facts facts = Facts.with("delivery", delivery.id())
                    .and("kind", delivery.kind())
                    .and("recipient", delivery.code().text());
            String detail = bytes(facts, transaction, delivery).json();
            transaction.entries().append(delivery.dossier(), now, EvidenceEvent.CONTENT_CONSIGNMENT, actor, detail);
        }
        return marked;
    }
}
