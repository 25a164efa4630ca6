package vn.lienthong.gateway.dossier.opinion;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.lienthong.gateway.delivery.DeliveryChange;
import vn.lienthong.gateway.delivery.MoveDelivery;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.DeliveryEvent;
import vn.lienthong.gateway.dossier.DeliveryState;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.DossierState;
import vn.lienthong.gateway.dossier.Hold;
import vn.lienthong.gateway.dossier.Mark;
import vn.lienthong.gateway.dossier.MessageKind;
import vn.lienthong.gateway.dossier.Transaction;
import vn.lienthong.gateway.evidence.EvidenceEvent;

/**
 * Holds an accepted document for an operator because of what was found out later: copies that have not left wait, an attempt that is
 * under way waits as soon as it ends without success. What left cannot be held.
 *
 * @param reason what the copies wait for, in Vietnamese
 * @param actor who found it out
 */
public record TakeIntoCustody(String reason, String actor) {

    /**
     * What came of it.
     *
     * @param held whether the document is held now
     * @param left codes of recipients that have it, or may have it
     */
    public record Custody(boolean held, List<String> left) {}

    /** The document's copies, locked: before the dossier, as everybody locks them. */
    public static List<Delivery> copies(Transaction transaction, DossierId id) {
        return transaction.deliveries().locked(id).stream()
                .filter(copy -> copy.kind() == MessageKind.EDOC)
                .toList();
    }

    /**
     * Takes it.
     *
     * @param dossier locked after its copies
     * @param marks as they are by now
     * @param detail of the reason
     */
    public Custody take(
            Transaction transaction,
            Dossier dossier,
            Set<Mark> marks,
            List<Delivery> copies,
            String detail,
            Instant now) {
        boolean fresh =
                dossier.state() == DossierState.ACCEPTED && copies.stream().anyMatch(TakeIntoCustody::mayStay);
        if (fresh) {
            transaction
                    .dossiers()
                    .update(dossier.id(), DossierState.HELD, marks, Optional.of(Hold.OPERATOR), reason + ": " + detail);
            copies.forEach(copy -> hold(transaction, copy, now));
        }
        List<String> left = copies.stream()
                .filter(TakeIntoCustody::hasLeft)
                .map(copy -> copy.code().text())
                .distinct()
                .sorted()
                .toList();
        return new Custody(fresh || dossier.state() == DossierState.HELD, left);
    }

    private void hold(Transaction transaction, Delivery copy, Instant now) {
        if (copy.state() != DeliveryState.SENDING && copy.state() != DeliveryState.LEASED) {
            MoveDelivery.move(
                    transaction,
                    copy,
                    DeliveryEvent.HOLD,
                    DeliveryChange.because(reason),
                    Optional.of(EvidenceEvent.HELD),
                    actor,
                    now);
        }
    }

    /** Whether holding the document keeps this copy here, or may. */
    private static boolean mayStay(Delivery copy) {
        return switch (copy.state()) {
            case WAITING, QUEUED, SENDING, LEASED, UNROUTED, HELD, DEAD -> true;
            case HANDED_OVER, WITHDRAWN, MERGED, FAILED -> false;
        };
    }

    /** Whether the recipient has the bytes, or may have them. */
    private static boolean hasLeft(Delivery copy) {
        return copy.taken() || copy.state() == DeliveryState.HANDED_OVER || copy.state() == DeliveryState.SENDING;
    }
}
