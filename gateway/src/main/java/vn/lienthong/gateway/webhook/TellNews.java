package vn.lienthong.gateway.webhook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.DeliveryState;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.DossierState;
import vn.lienthong.gateway.dossier.Facts;
import vn.lienthong.gateway.dossier.MessageKind;
import vn.lienthong.gateway.dossier.Transaction;
import vn.lienthong.gateway.status.Status;

/** Writes the news of a change into the transaction that makes it. */
public final class TellNews {

    private TellNews() {}

    /** Copies that are new on record. */
    public static void added(Transaction transaction, List<Delivery> copies) {
        transaction
                .news()
                .add(copies.stream()
                        .filter(TellNews::isCollectable)
                        .map(copy -> arrived(copy, copy.createdAt()))
                        .toList());
    }

    /** A copy that changed. */
    public static void moved(Transaction transaction, Delivery before, Delivery after, Instant now) {
        List<Happening> news = new ArrayList<>();
        boolean waitedThere = isCollectable(before)
                && before.agency().equals(after.agency())
                && before.systemId().equals(after.systemId());
        if (isCollectable(after) && !waitedThere) {
            news.add(arrived(after, now));
        }
        toSender(before, after).ifPresent(type -> {
            Facts facts = Facts.with("to", after.code().text()).and("state", after.state());
            news.add(ofSender(type, after.dossier(), facts, now));
        });
        transaction.news().add(news);
    }

    private static Optional<EventType> toSender(Delivery before, Delivery after) {
        if (after.kind() != MessageKind.EDOC || before.state().isFinal()) {
            return Optional.empty();
        }
        if (after.state().isFinal()) {
            return Optional.of(EventType.DELIVERY_FINAL);
        }
        boolean died = after.state() == DeliveryState.DEAD && before.state() != DeliveryState.DEAD;
        return died ? Optional.of(EventType.DELIVERY_DEAD) : Optional.empty();
    }

    /** A status that was joined with its document. */
    public static void status(Transaction transaction, DossierId dossier, Status status, Instant now) {
        Facts facts = Facts.with("from", status.fromCode().text()).and("code", status.code());
        transaction.news().add(List.of(ofSender(EventType.STATUS_RECEIVED, dossier, facts, now)));
    }

    /** A held document was let go, or refused. */
    public static void decided(Transaction transaction, DossierId dossier, DossierState state, Instant now) {
        Facts facts = Facts.with("state", state);
        transaction.news().add(List.of(ofSender(EventType.DOCUMENT_DECIDED, dossier, facts, now)));
    }

    /** Its signatures were looked at again, with another result. */
    public static void verified(Transaction transaction, DossierId dossier, boolean settled, Instant now) {
        Facts facts = Facts.with("settled", settled);
        transaction.news().add(List.of(ofSender(EventType.DOCUMENT_VERIFIED, dossier, facts, now)));
    }

    private static Happening ofSender(EventType type, DossierId dossier, Facts facts, Instant now) {
        return new Happening(type, now, dossier, Optional.empty(), Optional.empty(), facts.map());
    }

    private static Happening arrived(Delivery copy, Instant at) {
        EventType type = copy.kind() == MessageKind.EDOC ? EventType.DOCUMENT_ARRIVED : EventType.STATUS_ARRIVED;
        Facts facts = Facts.with("docId", copy.docId())
                .and("from", copy.from().text())
                .and("to", copy.code().text());
        return new Happening(type, at, copy.dossier(), copy.agency(), copy.systemId(), facts.map());
    }

    private static boolean isCollectable(Delivery copy) {
        return !copy.push() && (copy.state() == DeliveryState.WAITING || copy.state() == DeliveryState.LEASED);
    }
}
