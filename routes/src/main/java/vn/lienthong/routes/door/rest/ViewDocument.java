package vn.lienthong.routes.door.rest;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.lienthong.gateway.access.Caller;
import vn.lienthong.gateway.access.Right;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.delivery.CollectDocuments;
import vn.lienthong.gateway.delivery.SenderSide;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.MessageKind;
import vn.lienthong.gateway.dossier.Transaction;
import vn.lienthong.gateway.dossier.UnitOfWork;
import vn.lienthong.gateway.evidence.Entry;

/**
 * What a caller may see of a document: its sender's side everything but the transport ids of the copies, a recipient its own copy once
 * it is at its disposal, and nobody else that there is one.
 */
final class ViewDocument {

    private final UnitOfWork work;
    private final SenderSide side;
    private final CollectDocuments collecting;
    private final Clock clock;

    ViewDocument(UnitOfWork work, SenderSide side, CollectDocuments collecting, Clock clock) {
        this.work = work;
        this.side = side;
        this.collecting = collecting;
        this.clock = clock;
    }

    Optional<Map<String, Object>> view(Caller caller, DossierId id) {
        return work.inTransaction(transaction -> transaction.dossiers().find(id).flatMap(dossier -> {
            List<Delivery> copies = transaction.deliveries().of(id).stream()
                    .filter(delivery -> delivery.kind() == MessageKind.EDOC)
                    .toList();
            if (side.holds(caller, dossier)) {
                return Optional.of(forSender(transaction, dossier, copies));
            }
            List<Delivery> own = copies.stream()
                    .filter(copy -> isAtDisposal(copy) && collecting.concerns(caller, copy))
                    .toList();
            return own.isEmpty() ? Optional.empty() : Optional.of(forRecipient(transaction, dossier, own, copies));
        }));
    }

    /** The document, where the caller stands on its sender's side. */
    Optional<Dossier> ofSender(Caller caller, DossierId id) {
        return work.reading(transaction -> transaction.dossiers().find(id))
                .filter(dossier -> side.holds(caller, dossier));
    }

    /** Documents of the agencies that the caller may send for, newest first. */
    List<Dossier> sent(Caller caller, Optional<Instant> from, Optional<DossierId> after, int limit) {
        Set<AgencyId> senders = caller.agencies(Right.SEND, clock.instant());
        return work.reading(transaction -> transaction.dossiers().sentAfter(senders, from, after, limit));
    }

    private static boolean isAtDisposal(Delivery copy) {
        return switch (copy.state()) {
            case WAITING, LEASED, HANDED_OVER -> true;
            case WITHDRAWN, MERGED, FAILED, DEAD, QUEUED, SENDING -> copy.taken();
            case HELD, UNROUTED -> false;
        };
    }

    private static Map<String, Object> forSender(Transaction transaction, Dossier dossier, List<Delivery> copies) {
        Map<String, Object> item = DossierJson.summary(dossier);
        DossierJson.standing(item, dossier);
        DossierJson.bytes(item, dossier);
        item.put("lineage", linked(transaction, dossier));
        item.put("recipients", DossierJson.all(dossier.recipients(), DossierJson::recipient));
        item.put("deliveries", DossierJson.all(copies, DossierJson::toldToSender));
        item.put("statuses", DossierJson.all(transaction.statuses().of(dossier.id()), DossierJson::status));
        item.put("entries", DossierJson.all(transaction.entries().of(dossier.id()), DossierJson::toldToSender));
        return item;
    }

    /** Recalls, updates and replacements of the sender, which it knows too. */
    private static List<String> linked(Transaction transaction, Dossier dossier) {
        return transaction.dossiers().lineage(dossier.lineage()).stream()
                .filter(other -> other.sender().equals(dossier.sender()))
                .map(other -> RestPaths.document(other.id()))
                .toList();
    }

    private static Map<String, Object> forRecipient(
            Transaction transaction, Dossier dossier, List<Delivery> own, List<Delivery> all) {
        Set<String> mine = own.stream().map(copy -> copy.id().toString()).collect(Collectors.toSet());
        Set<String> others = all.stream()
                .map(copy -> copy.id().toString())
                .filter(id -> !mine.contains(id))
                .collect(Collectors.toSet());
        Map<String, Object> item = new LinkedHashMap<>(DossierJson.summary(dossier));
        DossierJson.bytes(item, dossier);
        item.put("deliveries", own.stream().map(ViewDocument::copy).toList());
        item.put(
                "statuses",
                transaction.statuses().of(dossier.id()).stream()
                        .filter(status -> own.stream()
                                .anyMatch(copy -> copy.agency().isPresent()
                                        && status.from().equals(copy.agency())))
                        .map(DossierJson::status)
                        .toList());
        item.put(
                "entries",
                transaction.entries().of(dossier.id()).stream()
                        .filter(entry -> names(entry, mine) && !names(entry, others) && entry.sequence() > 1)
                        .map(DossierJson::entry)
                        .toList());
        return item;
    }

    private static Map<String, Object> copy(Delivery copy) {
        Map<String, Object> item = DossierJson.delivery(copy);
        item.put("docId", copy.docId());
        return item;
    }

    private static boolean names(Entry entry, Set<String> deliveries) {
        return deliveries.stream().anyMatch(entry.detailJson()::contains);
    }
}
