package vn.lienthong.gateway.dossier.reception;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import vn.lienthong.gateway.delivery.DeliveryChange;
import vn.lienthong.gateway.delivery.MoveDelivery;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.DeliveryEvent;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.dossier.Recipient;
import vn.lienthong.gateway.dossier.Transaction;
import vn.lienthong.gateway.dossier.Vault;
import vn.lienthong.gateway.evidence.EvidenceEvent;
import vn.lienthong.gateway.packet.AttachmentStore;
import vn.lienthong.gateway.packet.BusinessAction;
import vn.lienthong.gateway.packet.Packet;
import vn.lienthong.gateway.packet.PacketReader;
import vn.lienthong.gateway.packet.PacketReading;
import vn.lienthong.gateway.packet.ReceiverChange;
import vn.lienthong.gateway.packet.Replacement;

/**
 * What a recall, update or replacement does here to copies of its target that were not handed over yet: they are
 * withdrawn for the recipients it names. What a recipient may already have is the recipient's to answer (15, 16).
 */
public final class ApplyBusiness {

    private static final String ACTOR = "gateway";

    private final Vault vault;
    private final PacketReader reader;

    public ApplyBusiness(Vault vault, PacketReader reader) {
        this.vault = vault;
        this.reader = reader;
    }

    void apply(Transaction transaction, Dossier acting, Packet packet, Dossier target, Instant now) {
        Set<String> recipients = packet.to().stream().map(to -> to.organId()).collect(Collectors.toSet());
        Predicate<String> named =
                switch (packet.business().action()) {
                    case NEW -> code -> false;
                    case REVOKE -> recipients::contains;
                    case UPDATE ->
                        code -> packet.business().change().receivers().stream()
                                .filter(ReceiverChange::isRemoved)
                                .anyMatch(change -> change.organId().equals(code));
                    case REPLACE ->
                        code -> packet.business().replacements().stream()
                                .filter(replaced -> replaced.documentId()
                                        .equals(target.key().documentId()))
                                .map(Replacement::organIds)
                                .anyMatch(codes -> codes.isEmpty() ? recipients.contains(code) : codes.contains(code));
                };
        for (Delivery delivery : transaction.deliveries().of(target.id())) {
            if (answersFor(target, delivery, named)) {
                withdraw(transaction, acting, delivery, now);
            }
        }
    }

    /** The same for an action that came earlier than its target: its packet is read again from the vault. */
    void applyRecorded(Transaction transaction, Dossier acting, Dossier target, Instant now) {
        try (InputStream in = vault.read(acting.bytes().digest())) {
            PacketReading reading = reader.read(in, AttachmentStore.discarding());
            if (reading instanceof PacketReading.Understood understood
                    && understood.message() instanceof Packet packet) {
                apply(transaction, acting, packet, target, now);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether every recipient that the delivery answers for is named. */
    private static boolean answersFor(Dossier target, Delivery delivery, Predicate<String> named) {
        Set<String> codes = target.recipients().stream()
                .filter(recipient -> recipient.delivery().equals(Optional.of(delivery.id())))
                .map(Recipient::code)
                .map(code -> code.text())
                .collect(Collectors.toSet());
        return !codes.isEmpty() && codes.stream().allMatch(named);
    }

    private static void withdraw(Transaction transaction, Dossier acting, Delivery delivery, Instant now) {
        if (delivery.taken() || delivery.state().isFinal()) {
            return;
        }
        boolean withdrawn = MoveDelivery.move(
                        transaction,
                        delivery,
                        DeliveryEvent.WITHDRAW,
                        DeliveryChange.because(
                                "thu hồi trước khi giao, theo " + acting.key().documentId()),
                        Optional.of(EvidenceEvent.WITHDRAWN),
                        ACTOR,
                        now)
                .isPresent();
        if (withdrawn && acting.key().action() == BusinessAction.REVOKE) {
            withdrawNotice(transaction, acting, delivery, now);
        }
    }

    /** A recipient that never had the document need not hear of its recall. */
    private static void withdrawNotice(Transaction transaction, Dossier acting, Delivery original, Instant now) {
        transaction.deliveries().of(acting.id()).stream()
                .filter(notice -> notice.agency().equals(original.agency()) && !notice.taken())
                .forEach(notice -> MoveDelivery.move(
                        transaction,
                        notice,
                        DeliveryEvent.WITHDRAW,
                        DeliveryChange.because("văn bản gốc chưa từng được giao"),
                        Optional.of(EvidenceEvent.WITHDRAWN),
                        ACTOR,
                        now));
    }
}
