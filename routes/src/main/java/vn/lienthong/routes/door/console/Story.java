package vn.lienthong.routes.door.console;

import java.util.List;
import vn.lienthong.gateway.dossier.Attempt;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.dossier.MessageKind;
import vn.lienthong.gateway.dossier.Recipient;
import vn.lienthong.gateway.evidence.Entry;
import vn.lienthong.gateway.status.Status;

/**
 * All that the record holds about one document, read at one instant.
 *
 * @param lineage the document itself among what recalls, updates, replaces or answers it, oldest first
 */
record Story(
        Dossier dossier,
        List<Delivery> deliveries,
        List<Attempt> attempts,
        List<Status> statuses,
        List<Dossier> lineage,
        List<Entry> entries) {

    /** One copy, for whom it stands, how it was tried, and what a person may do about it. */
    record Copy(Delivery delivery, List<Recipient> recipients, List<Attempt> attempts, List<DeliveryAction> actions) {}

    List<Copy> copies(MessageKind kind) {
        return deliveries.stream()
                .filter(delivery -> delivery.kind() == kind)
                .map(this::copy)
                .toList();
    }

    /** The others of the lineage. */
    public List<Dossier> related() {
        return lineage.stream()
                .filter(other -> !other.id().equals(dossier.id()))
                .toList();
    }

    private Copy copy(Delivery delivery) {
        return new Copy(
                delivery,
                dossier.recipients().stream()
                        .filter(recipient -> recipient
                                .delivery()
                                .filter(delivery.id()::equals)
                                .isPresent())
                        .toList(),
                attempts.stream()
                        .filter(attempt -> attempt.delivery().equals(delivery.id()))
                        .toList(),
                DeliveryAction.possible(dossier, delivery));
    }
}
