package vn.lienthong.gateway.dossier.reception;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.delivery.DeliveryChange;
import vn.lienthong.gateway.delivery.MoveDelivery;
import vn.lienthong.gateway.delivery.Reroute;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.DeliveryEvent;
import vn.lienthong.gateway.dossier.DeliveryId;
import vn.lienthong.gateway.dossier.DeliveryState;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.dossier.Facts;
import vn.lienthong.gateway.dossier.MessageKind;
import vn.lienthong.gateway.dossier.Transaction;
import vn.lienthong.gateway.evidence.EvidenceEvent;
import vn.lienthong.gateway.status.MatchStatus;
import vn.lienthong.gateway.status.Status;
import vn.lienthong.gateway.status.StatusRule;
import vn.lienthong.gateway.webhook.TellNews;

/**
 * What happens once it is known which document a status is about: an entry in its dossier, and a copy of the status for the
 * other side. A request to take back (13) withdraws a copy that was not handed over yet.
 */
public final class JoinStatus {

    private final MatchStatus matching;
    private final Reroute reroute;
    private final Agencies agencies;
    private final Ids ids;

    public JoinStatus(MatchStatus matching, Reroute reroute, Agencies agencies, Ids ids) {
        this.matching = matching;
        this.reroute = reroute;
        this.agencies = agencies;
        this.ids = ids;
    }

    /**
     * Who joins a status, and why where a person does.
     *
     * @param reason empty where the program does it by its rules
     */
    record By(String actor, String reason) {}

    /**
     * The document under this id has come, reaches further recipients, or a person chose one: statuses that were there before it are joined
     * now; of the others it is said anew why they still wait.
     */
    public void waited(Transaction transaction, Dossier dossier, Instant now) {
        for (Status status : transaction.statuses().waitingFor(dossier.key().documentId())) {
            MatchStatus.Match match = matching.match(transaction, status);
            match.candidate()
                    .ifPresentOrElse(
                            found -> joinWaiting(transaction, status, found, new By("gateway", ""), now),
                            () -> transaction.statuses().explain(status.id(), match.note()));
        }
    }

    /**
     * Joins a status that is on record already.
     *
     * @return false when somebody else joined it first
     */
    boolean joinWaiting(Transaction transaction, Status status, MatchStatus.Candidate candidate, By by, Instant now) {
        boolean first =
                transaction.statuses().join(status.id(), candidate.dossier().id());
        if (first) {
            join(transaction, status, candidate, by, now);
        }
        return first;
    }

    void join(Transaction transaction, Status status, MatchStatus.Candidate candidate, By by, Instant now) {
        Dossier dossier = candidate.dossier();
        boolean fromRecipient = StatusRule.of(status.code()) == StatusRule.FROM_RECIPIENT;
        // Copies before chains, as everybody who moves a copy does: else the two would wait for each other.
        List<Delivery> copies =
                fromRecipient ? List.of() : transaction.deliveries().locked(dossier.id());
        note(transaction, dossier, status, by, now);
        if (fromRecipient) {
            add(transaction, onward(dossier, status, dossier.senderCode(), dossier.sender(), now));
            return;
        }
        Set<DeliveryId> concerned =
                candidate.deliveries().stream().map(Delivery::id).collect(Collectors.toSet());
        copies.stream()
                .filter(delivery -> concerned.contains(delivery.id()))
                .forEach(delivery -> takeBack(transaction, dossier, delivery, status, by, now));
    }

    private static void note(Transaction transaction, Dossier dossier, Status status, By by, Instant now) {
        Facts facts = Facts.with("code", status.code())
                .and("from", status.fromCode().text())
                .and("description", status.description())
                .and("staff", status.staff())
                .and("claimedAt", status.claimedAt().map(Instant::toString).orElse(""))
                .and("bytes", status.bytes().digest().hex());
        if (status.receivedAt().isBefore(now)) {
            facts.and("receivedAt", status.receivedAt()).and("system", status.systemId());
        }
        if (!by.reason().isEmpty()) {
            facts.and("reason", by.reason());
        }
        transaction.entries().append(dossier.id(), now, EvidenceEvent.STATUS_RECEIVED, by.actor(), facts.json());
        TellNews.status(transaction, dossier.id(), status, now);
    }

    private void takeBack(
            Transaction transaction, Dossier dossier, Delivery delivery, Status status, By by, Instant now) {
        String reason = "lấy lại trước khi giao: " + status.description();
        if (delivery.state().isFinal() && delivery.state() != DeliveryState.HANDED_OVER) {
            return;
        }
        boolean withdrawn = !delivery.taken()
                && MoveDelivery.move(
                                transaction,
                                delivery,
                                DeliveryEvent.WITHDRAW,
                                DeliveryChange.because(reason),
                                Optional.of(EvidenceEvent.WITHDRAWN),
                                by.actor(),
                                now)
                        .isPresent();
        if (withdrawn || delivery.agency().isEmpty()) {
            return;
        }
        if (delivery.state() == DeliveryState.SENDING) {
            transaction.deliveries().askBack(delivery.id(), reason);
        }
        AgencyId recipient = delivery.agency().get();
        add(transaction, onward(dossier, status, delivery.code(), recipient, now));
    }

    private static void add(Transaction transaction, Delivery copy) {
        transaction.deliveries().add(List.of(copy));
        TellNews.added(transaction, List.of(copy));
    }

    /** The copy of the status message for the other side, to whoever that agency is today. */
    private Delivery onward(Dossier dossier, Status status, AgencyCode code, AgencyId agency, Instant now) {
        AgencyId current = agencies.current().currentOf(agency, now);
        DeliveryChange.Target target = reroute.target(current, agencies.current(), now);
        return new Delivery(
                new DeliveryId(ids.uuid()),
                dossier.id(),
                MessageKind.STATUS,
                ids.docId(),
                status.fromCode(),
                code,
                target.agency(),
                target.systemId(),
                target.push(),
                target.systemId().isPresent() ? DeliveryState.WAITING : DeliveryState.UNROUTED,
                0,
                0,
                0,
                dossier.facts().urgency(),
                status.bytes(),
                now,
                now,
                Optional.of(now),
                Optional.empty(),
                Optional.empty(),
                false,
                "trạng thái " + status.code());
    }
}
