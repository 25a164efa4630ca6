package vn.lienthong.gateway.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.DeliveryEvent;
import vn.lienthong.gateway.dossier.DeliveryId;
import vn.lienthong.gateway.dossier.DeliveryState;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.DossierState;
import vn.lienthong.gateway.dossier.Facts;
import vn.lienthong.gateway.dossier.Transaction;
import vn.lienthong.gateway.dossier.UnitOfWork;
import vn.lienthong.gateway.evidence.EvidenceEvent;
import vn.lienthong.gateway.webhook.TellNews;

/**
 * What a person may do about a held document or a delivery that is stuck. Each command names its actor and reason, and
 * both lie in the dossier's entries.
 */
public final class OperatorCommands {

    /** Runs what a recall, update or replacement does to its targets, once it is released. */
    public interface OnRelease {
        void released(Transaction transaction, Dossier dossier, Instant now);
    }

    /** Runs what waited for a document's recipient to be known, once a person has chosen one. */
    public interface OnAssign {
        void assigned(Transaction transaction, Dossier dossier, Instant now);
    }

    private final UnitOfWork work;
    private final Agencies agencies;
    private final Reroute reroute;
    private final OnRelease onRelease;
    private final OnAssign onAssign;
    private final Clock clock;

    public OperatorCommands(
            UnitOfWork work, Agencies agencies, Reroute reroute, OnRelease onRelease, OnAssign onAssign, Clock clock) {
        this.work = work;
        this.agencies = agencies;
        this.reroute = reroute;
        this.onRelease = onRelease;
        this.onAssign = onAssign;
        this.clock = clock;
    }

    /** Whether a document is somebody's to decide, asked in the transaction that decides. */
    @FunctionalInterface
    public interface Guard {
        boolean allows(Transaction transaction, Dossier held);
    }

    /** An operator decides about everything that is held. */
    private static final Guard OPEN = (transaction, held) -> true;

    /**
     * Lets a held document go.
     *
     * @return false when it is not held
     */
    public boolean release(DossierId id, String actor, String reason) {
        return release(id, OPEN, actor, reason);
    }

    /** As {@link #release(DossierId, String, String)}; false too where the guard does not allow it. */
    public boolean release(DossierId id, Guard guard, String actor, String reason) {
        requireReason(reason);
        return work.inTransaction(transaction -> {
            Instant now = clock.instant();
            Optional<Dossier> held = held(transaction, id, guard);
            held.ifPresent(dossier -> {
                transaction.dossiers().update(id, DossierState.ACCEPTED, dossier.marks(), Optional.empty(), "");
                note(transaction, id, EvidenceEvent.RELEASED, actor, reason, now);
                TellNews.decided(transaction, id, DossierState.ACCEPTED, now);
                for (Delivery delivery : transaction.deliveries().of(id)) {
                    if (delivery.state() == DeliveryState.HELD
                            && delivery.agency().isPresent()) {
                        route(transaction, delivery, delivery.agency().get(), reason, Optional.empty(), actor, now);
                    }
                }
                onRelease.released(transaction, dossier, now);
            });
            return held.isPresent();
        });
    }

    /**
     * Refuses a held document; the same document may be handed in anew.
     *
     * @return false when it is not held
     */
    public boolean refuse(DossierId id, String actor, String reason) {
        return refuse(id, OPEN, actor, reason);
    }

    /** As {@link #refuse(DossierId, String, String)}; false too where the guard does not allow it. */
    public boolean refuse(DossierId id, Guard guard, String actor, String reason) {
        requireReason(reason);
        return work.inTransaction(transaction -> {
            Instant now = clock.instant();
            Optional<Dossier> held = held(transaction, id, guard);
            held.ifPresent(dossier -> {
                transaction.dossiers().update(id, DossierState.REFUSED, dossier.marks(), Optional.empty(), reason);
                note(transaction, id, EvidenceEvent.SUBMISSION_REJECTION, actor, reason, now);
                TellNews.decided(transaction, id, DossierState.REFUSED, now);
                for (Delivery delivery : transaction.deliveries().of(id)) {
                    MoveDelivery.move(
                            transaction,
                            delivery,
                            DeliveryEvent.CLOSE,
                            DeliveryChange.because("từ chối: " + reason),
                            Optional.empty(),
                            actor,
                            now);
                }
            });
            return held.isPresent();
        });
    }

    private static Optional<Dossier> held(Transaction transaction, DossierId id, Guard guard) {
        return transaction
                .dossiers()
                .locked(id)
                .filter(dossier -> dossier.state() == DossierState.HELD)
                .filter(dossier -> guard.allows(transaction, dossier));
    }

    /**
     * Decides where a held or unrouted copy goes: a registrar's choice among the successors of a split body.
     *
     * @return false when there is nothing to decide, or the document itself is held: that is released first
     */
    public boolean assign(DeliveryId id, AgencyId agency, String actor, String reason) {
        requireReason(reason);
        return work.inTransaction(transaction -> transaction
                .deliveries()
                .find(id)
                .flatMap(delivery -> transaction.dossiers().find(delivery.dossier()))
                .map(dossier -> assign(transaction, dossier, id, agency, actor, reason))
                .orElse(false));
    }

    private boolean assign(
            Transaction transaction, Dossier dossier, DeliveryId id, AgencyId agency, String actor, String reason) {
        // Links before copies, and all copies before chains, as everybody locks them who joins statuses with a
        // document.
        transaction.dossiers().lockLinks(Set.of(dossier.key().documentId()));
        List<Delivery> copies = transaction.deliveries().locked(dossier.id());
        if (!isAccepted(transaction, dossier.id())) {
            return false;
        }
        Instant now = clock.instant();
        boolean routed = copies.stream()
                .filter(delivery -> delivery.id().equals(id))
                .filter(delivery ->
                        delivery.state() == DeliveryState.HELD || delivery.state() == DeliveryState.UNROUTED)
                .anyMatch(delivery ->
                        route(transaction, delivery, agency, reason, Optional.of(EvidenceEvent.REROUTED), actor, now));
        if (routed) {
            onAssign.assigned(transaction, dossier, now);
        }
        return routed;
    }

    /** Sends a dead delivery anew. */
    public boolean revive(DeliveryId id, String actor, String reason) {
        return change(id, DeliveryEvent.REVIVE, EvidenceEvent.REVIVED, actor, reason);
    }

    /** Takes back a copy that was not handed over. */
    public boolean withdraw(DeliveryId id, String actor, String reason) {
        return change(id, DeliveryEvent.WITHDRAW, EvidenceEvent.WITHDRAWN, actor, reason);
    }

    /** Ends a delivery that cannot be made. */
    public boolean close(DeliveryId id, String actor, String reason) {
        return change(id, DeliveryEvent.CLOSE, EvidenceEvent.CLOSED, actor, reason);
    }

    private boolean change(DeliveryId id, DeliveryEvent event, EvidenceEvent evidence, String actor, String reason) {
        requireReason(reason);
        return work.inTransaction(transaction -> {
            Instant now = clock.instant();
            DeliveryChange plain = DeliveryChange.because(reason).dueAt(now);
            return lockedWithAll(transaction, id)
                    .filter(delivery -> event != DeliveryEvent.WITHDRAW || !delivery.taken())
                    .flatMap(delivery -> MoveDelivery.move(
                            transaction,
                            delivery,
                            event,
                            event == DeliveryEvent.REVIVE ? plain.countingAnew() : plain,
                            Optional.of(evidence),
                            actor,
                            now))
                    .isPresent();
        });
    }

    /** All copies of a document are locked in one order: a decision about one wakes the others. */
    private static Optional<Delivery> lockedWithAll(Transaction transaction, DeliveryId id) {
        return transaction
                .deliveries()
                .find(id)
                .flatMap(found -> transaction.deliveries().locked(found.dossier()).stream()
                        .filter(copy -> copy.id().equals(id))
                        .findFirst());
    }

    private boolean route(
            Transaction transaction,
            Delivery delivery,
            AgencyId agency,
            String reason,
            Optional<EvidenceEvent> evidence,
            String actor,
            Instant now) {
        AgencyId current = agencies.current().currentOf(agency, now);
        DeliveryChange.Target target = reroute.target(current, agencies.current(), now);
        DeliveryEvent event = target.systemId().isPresent() ? DeliveryEvent.ROUTE : DeliveryEvent.UNROUTE;
        return MoveDelivery.move(
                        transaction,
                        delivery,
                        event,
                        DeliveryChange.because(reason).to(target).dueAt(now),
                        evidence,
                        actor,
                        now)
                .isPresent();
    }

    /** A copy of a document in custody goes nowhere, whoever its recipient is. */
    private static boolean isAccepted(Transaction transaction, DossierId id) {
        return transaction
                .dossiers()
                .find(id)
                .filter(dossier -> dossier.state() == DossierState.ACCEPTED)
                .isPresent();
    }

    private static void note(
            Transaction transaction, DossierId id, EvidenceEvent event, String actor, String reason, Instant now) {
        transaction
                .entries()
                .append(id, now, event, actor, Facts.with("reason", reason).json());
    }

    private static void requireReason(String reason) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("reason: empty (expected: why, for whoever reads the dossier later)");
        }
    }
}
