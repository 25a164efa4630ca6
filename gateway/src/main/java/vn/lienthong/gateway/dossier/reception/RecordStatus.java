package vn.lienthong.gateway.dossier.reception;

import java.time.Clock;
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
import vn.lienthong.gateway.packet.StatusMessage;
import vn.lienthong.gateway.status.MatchStatus;
import vn.lienthong.gateway.status.Status;
import vn.lienthong.gateway.status.StatusRule;

/**
 * Writes a business status (cycle of a document, step 13): appends it, joins it with its document where exactly one fits,
 * and sends it on to the other side. A request to take back (13) withdraws a copy that was not handed over yet.
 */
public final class RecordStatus {

    private final MatchStatus matching;
    private final Reroute reroute;
    private final Agencies agencies;
    private final Ids ids;
    private final Clock clock;

    public RecordStatus(MatchStatus matching, Reroute reroute, Agencies agencies, Ids ids, Clock clock) {
        this.matching = matching;
        this.reroute = reroute;
        this.agencies = agencies;
        this.ids = ids;
        this.clock = clock;
    }

    ReceptionAnswer record(Transaction transaction, Decision.StatusNews news) {
        Instant now = clock.instant();
        Examination examination = news.examination();
        AgencyId from = DecideSubmission.sender(examination).orElseThrow();
        Optional<Status> repeated = transaction
                .statuses()
                .repeated(from, examination.submission().bytes().digest());
        if (repeated.isPresent()) {
            return new ReceptionAnswer.StatusTaken(
                    repeated.get().docId(), repeated.get().dossier().isPresent(), true);
        }
        StatusMessage message = news.status();
        AgencyCode addresseeCode = new AgencyCode(message.responseFor().organId());
        Optional<AgencyId> addressee = Optional.ofNullable(
                        examination.recipients().get(addresseeCode))
                .flatMap(resolution ->
                        ResolveSubmission.possibleSenders(resolution).stream().findFirst());
        MatchStatus.Match match = matching.match(transaction, message, from, addressee);
        Optional<Status> added =
                transaction.statuses().add(status(examination, message, from, addresseeCode, addressee, match, now));
        if (added.isEmpty()) {
            // The same status came through another door a moment ago and is on record by now.
            return record(transaction, news);
        }
        Status status = added.get();
        match.dossier().ifPresent(dossier -> join(transaction, dossier, match, status, examination, now));
        return new ReceptionAnswer.StatusTaken(status.docId(), match.dossier().isPresent(), false);
    }

    private Status status(
            Examination examination,
            StatusMessage message,
            AgencyId from,
            AgencyCode addresseeCode,
            Optional<AgencyId> addressee,
            MatchStatus.Match match,
            Instant now) {
        return new Status(
                0,
                match.dossier().map(Dossier::id),
                new AgencyCode(message.from().organId()),
                Optional.of(from),
                addresseeCode,
                addressee,
                message.responseFor().documentId().value(),
                message.code().text(),
                message.description(),
                message.staff().staff(),
                message.timestamp(),
                now,
                examination.submission().bytes().digest(),
                examination.submission().caller().systemId(),
                ids.docId(),
                match.note());
    }

    private void join(
            Transaction transaction,
            Dossier dossier,
            MatchStatus.Match match,
            Status status,
            Examination examination,
            Instant now) {
        String actor = examination.submission().channel() + ":" + status.systemId();
        transaction
                .entries()
                .append(
                        dossier.id(),
                        now,
                        EvidenceEvent.STATUS_RECEIVED,
                        actor,
                        Facts.with("code", status.code())
                                .and("from", status.fromCode().text())
                                .and("description", status.description())
                                .and("staff", status.staff())
                                .and(
                                        "claimedAt",
                                        status.claimedAt()
                                                .map(Instant::toString)
                                                .orElse(""))
                                .and("bytes", status.bytes().hex())
                                .json());
        if (StatusRule.of(status.code()) == StatusRule.FROM_RECIPIENT) {
            transaction
                    .deliveries()
                    .add(List.of(onward(dossier, status, dossier.senderCode(), dossier.sender(), examination, now)));
            return;
        }
        Set<DeliveryId> concerned =
                match.deliveries().stream().map(Delivery::id).collect(Collectors.toSet());
        for (Delivery delivery : transaction.deliveries().locked(dossier.id())) {
            if (concerned.contains(delivery.id())) {
                takeBack(transaction, dossier, delivery, status, examination, now);
            }
        }
    }

    private void takeBack(
            Transaction transaction,
            Dossier dossier,
            Delivery delivery,
            Status status,
            Examination examination,
            Instant now) {
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
                                examination.submission().channel() + ":" + status.systemId(),
                                now)
                        .isPresent();
        if (withdrawn || delivery.agency().isEmpty()) {
            return;
        }
        if (delivery.state() == DeliveryState.SENDING) {
            transaction.deliveries().askBack(delivery.id(), reason);
        }
        AgencyId recipient = delivery.agency().get();
        transaction.deliveries().add(List.of(onward(dossier, status, delivery.code(), recipient, examination, now)));
    }

    /** The copy of the status message for the other side, to whoever that agency is today. */
    private Delivery onward(
            Dossier dossier, Status status, AgencyCode code, AgencyId agency, Examination examination, Instant now) {
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
                examination.submission().bytes(),
                now,
                now,
                Optional.of(now),
                Optional.empty(),
                Optional.empty(),
                false,
                "trạng thái " + status.code());
    }
}
