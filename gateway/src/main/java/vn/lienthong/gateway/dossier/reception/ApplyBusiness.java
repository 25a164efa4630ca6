package vn.lienthong.gateway.dossier.reception;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import vn.lienthong.gateway.delivery.DeliveryChange;
import vn.lienthong.gateway.delivery.MoveDelivery;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.DeliveryEvent;
import vn.lienthong.gateway.dossier.DeliveryState;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.dossier.MessageKind;
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

    /** Acts on all the targets that are on record. */
    void apply(Transaction transaction, Dossier acting, Packet packet, List<Dossier> targets, Instant now) {
        List<Dossier> documents = targets.stream()
                // What announces a recall is not taken back by another one: its reader may have the document.
                .filter(target -> target.key().action() != BusinessAction.REVOKE)
                .toList();
        for (Dossier target : documents) {
            Predicate<String> named = named(packet, target);
            for (Delivery delivery : transaction.deliveries().locked(target.id())) {
                if (delivery.kind() == MessageKind.EDOC && answersFor(target, delivery, named)) {
                    withdraw(transaction, acting, delivery, now);
                }
            }
        }
        if (acting.key().action() == BusinessAction.REVOKE) {
            withdrawNotices(transaction, acting, documents, now);
        }
    }

    /** The recipients, by code, for whom the packet acts on the target. */
    private static Predicate<String> named(Packet packet, Dossier target) {
        Set<String> recipients = packet.to().stream().map(to -> to.organId()).collect(Collectors.toSet());
        return switch (packet.business().action()) {
            case NEW -> code -> false;
            case REVOKE -> recipients::contains;
            case UPDATE ->
                code -> packet.business().change().receivers().stream()
                        .filter(ReceiverChange::isRemoved)
                        .anyMatch(change -> change.organId().equals(code));
            case REPLACE ->
                code -> packet.business().replacements().stream()
                        .filter(replaced ->
                                replaced.documentId().equals(target.key().documentId()))
                        .map(Replacement::organIds)
                        .anyMatch(codes -> codes.isEmpty() ? recipients.contains(code) : codes.contains(code));
        };
    }

    /** The packet of a document that came earlier, read again from the vault. */
    Optional<Packet> packet(Dossier acting) {
        try (InputStream in = vault.read(acting.bytes().digest())) {
            PacketReading reading = reader.read(in, AttachmentStore.discarding());
            return reading instanceof PacketReading.Understood understood
                            && understood.message() instanceof Packet packet
                    ? Optional.of(packet)
                    : Optional.empty();
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
        String reason = "thu hồi trước khi giao, theo " + acting.key().documentId();
        if (delivery.state() == DeliveryState.SENDING) {
            transaction.deliveries().askBack(delivery.id(), reason);
            return;
        }
        move(transaction, delivery, reason, now);
    }

    /** A recipient that never had the document, in any of its versions, need not hear of its recall. */
    private static void withdrawNotices(Transaction transaction, Dossier acting, List<Dossier> documents, Instant now) {
        List<Delivery> copies = documents.stream()
                .flatMap(document -> transaction.deliveries().of(document.id()).stream())
                .filter(copy -> copy.kind() == MessageKind.EDOC && copy.agency().isPresent())
                .toList();
        for (Delivery notice : transaction.deliveries().locked(acting.id())) {
            List<Delivery> had = copies.stream()
                    .filter(copy -> copy.agency().equals(notice.agency()))
                    .toList();
            boolean never = !had.isEmpty()
                    && had.stream().allMatch(copy -> copy.state() == DeliveryState.WITHDRAWN && !copy.taken());
            if (never && notice.kind() == MessageKind.EDOC && !notice.taken()) {
                move(transaction, notice, "văn bản gốc chưa từng được giao", now);
            }
        }
    }

    private static void move(Transaction transaction, Delivery delivery, String reason, Instant now) {
        MoveDelivery.move(
                transaction,
                delivery,
                DeliveryEvent.WITHDRAW,
                DeliveryChange.because(reason),
                Optional.of(EvidenceEvent.WITHDRAWN),
                ACTOR,
                now);
    }
}
