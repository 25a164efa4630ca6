package vn.lienthong.gateway.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.lienthong.gateway.access.Caller;
import vn.lienthong.gateway.access.CallerKind;
import vn.lienthong.gateway.access.Right;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.dossier.Alerts;
import vn.lienthong.gateway.dossier.Deliveries;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.DeliveryEvent;
import vn.lienthong.gateway.dossier.DeliveryState;
import vn.lienthong.gateway.dossier.MessageKind;
import vn.lienthong.gateway.dossier.Transaction;
import vn.lienthong.gateway.dossier.UnitOfWork;
import vn.lienthong.gateway.evidence.EvidenceEvent;

/**
 * What a collecting system does: lists what waits for its agencies, takes copies, and says {@code processing},
 * {@code done} or {@code fail}. A copy stays in the list until it is {@code done}, so collecting is at least once; the
 * transport id tells a repeat.
 */
public final class CollectDocuments {

    private final UnitOfWork work;
    private final DeliverySettings settings;
    private final Clock clock;

    public CollectDocuments(UnitOfWork work, DeliverySettings settings, Clock clock) {
        this.work = work;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Oldest first, behind the others those under a lease and those that failed as often as an operator hears of it; at most
     * as many as the setting allows.
     */
    public List<Delivery> list(Caller caller, MessageKind kind, Optional<Instant> from, Optional<Instant> to) {
        Instant now = clock.instant();
        return work.inTransaction(transaction -> transaction
                .deliveries()
                .collectable(
                        carrier(caller, now),
                        agencies(caller, now),
                        kind,
                        from,
                        to,
                        now,
                        settings.alertAfterFailures(),
                        settings.listLimit()));
    }

    /**
     * The same list page by page, at most {@code limit} and as many as the setting allows.
     *
     * @param after where the page before ended
     */
    public List<Delivery> page(Caller caller, MessageKind kind, Optional<Deliveries.Place> after, int limit) {
        Instant now = clock.instant();
        return work.reading(transaction -> transaction
                .deliveries()
                .collectableAfter(
                        carrier(caller, now),
                        agencies(caller, now),
                        kind,
                        after,
                        now,
                        Math.min(limit, settings.listLimit())));
    }

    /** Whether a delivery is the caller's to collect, now or once it may be. */
    public boolean concerns(Caller caller, Delivery delivery) {
        Instant now = clock.instant();
        String carrier = carrier(caller, now);
        return delivery.agency().filter(agencies(caller, now)::contains).isPresent()
                || (!carrier.isEmpty() && delivery.systemId().equals(Optional.of(carrier)));
    }

    public long count(Caller caller, MessageKind kind) {
        Instant now = clock.instant();
        return work.inTransaction(transaction ->
                transaction.deliveries().countCollectable(carrier(caller, now), agencies(caller, now), kind));
    }

    /** The caller's copy under the id, in whatever state; nothing is changed by looking. */
    public Optional<Delivery> find(Caller caller, String docId) {
        Instant now = clock.instant();
        return work.reading(transaction -> mine(transaction, caller, docId, now));
    }

    /** The copy that {@link #take} would hand out; nothing is changed by looking. */
    public Optional<Delivery> findToTake(Caller caller, String docId) {
        return find(caller, docId).filter(CollectDocuments::handsOut);
    }

    private static boolean handsOut(Delivery delivery) {
        return switch (delivery.state()) {
            case WAITING, LEASED, HANDED_OVER -> true;
            case QUEUED, SENDING, HELD, UNROUTED, DEAD, WITHDRAWN, MERGED, FAILED -> false;
        };
    }

    /**
     * The copy to hand out, marked as taken before its bytes leave: from then on it can only be recalled by asking its
     * recipient. Empty when the id is nobody's or another's, or when the copy may not be handed out.
     */
    public Optional<Delivery> take(Caller caller, String docId) {
        Instant now = clock.instant();
        return work.inTransaction(
                transaction -> mine(transaction, caller, docId, now).flatMap(delivery -> {
                    if (!handsOut(delivery)) {
                        return Optional.empty();
                    }
                    boolean taken =
                            delivery.taken() || MoveDelivery.markTaken(transaction, delivery, caller.actor(), now);
                    return taken ? Optional.of(delivery) : Optional.empty();
                }));
    }

    /** How a report of the collecting system was taken. */
    public enum Report {
        /** Written down, or already so. */
        TAKEN,
        /** No copy under this id for the caller. */
        UNKNOWN,
        /** The copy is in a state in which the report means nothing, such as withdrawn. */
        REFUSED
    }

    /** The recipient's system has the copy durably. Final, and repeatable. */
    public Report done(Caller caller, String docId) {
        return report(caller, docId, (transaction, delivery, now) -> {
            if (delivery.state() == DeliveryState.HANDED_OVER) {
                return true;
            }
            return MoveDelivery.move(
                            transaction,
                            delivery,
                            DeliveryEvent.TAKE,
                            DeliveryChange.because(""),
                            Optional.of(EvidenceEvent.CONTENT_HANDOVER),
                            caller.actor(),
                            now)
                    .isPresent();
        });
    }

    /** The recipient's system is at it: the copy is listed behind the others until the lease ends. */
    public Report processing(Caller caller, String docId) {
        return report(
                caller,
                docId,
                (transaction, delivery, now) -> delivery.state() == DeliveryState.HANDED_OVER
                        || MoveDelivery.move(
                                        transaction,
                                        delivery,
                                        DeliveryEvent.LEASE,
                                        DeliveryChange.because("hệ thống nhận đang xử lý")
                                                .leaseUntil(now.plus(settings.collectLease()))
                                                .markingTaken(),
                                        Optional.empty(),
                                        caller.actor(),
                                        now)
                                .isPresent());
    }

    /** The recipient's system could not process the copy: it stays listed, and an operator hears of the fifth time. */
    public Report fail(Caller caller, String docId) {
        return report(caller, docId, (transaction, delivery, now) -> {
            if (delivery.state() == DeliveryState.HANDED_OVER) {
                return false;
            }
            Optional<Delivery> failed = MoveDelivery.move(
                    transaction,
                    delivery,
                    DeliveryEvent.COLLECTOR_FAILED,
                    DeliveryChange.because("hệ thống nhận báo lỗi lần " + (delivery.failures() + 1))
                            .countingFailure(),
                    Optional.of(EvidenceEvent.CONTENT_HANDOVER_FAILURE),
                    caller.actor(),
                    now);
            failed.filter(after -> after.failures() == settings.alertAfterFailures())
                    .ifPresent(after -> transaction.alerts().raise(alert(after, caller, now)));
            return failed.isPresent();
        });
    }

    private static Alerts.Alert alert(Delivery delivery, Caller caller, Instant now) {
        return new Alerts.Alert(
                now,
                AlertsOver.COLLECTOR_FAILS,
                Optional.of(delivery.dossier()),
                Optional.of(delivery.id()),
                "Hệ thống " + caller.systemId() + " báo lỗi " + delivery.failures() + " lần khi xử lý văn bản gửi "
                        + delivery.code().text() + ". Văn bản vẫn chờ nhận; hãy liên hệ quản trị hệ thống nhận.");
    }

    private interface Reporting {
        boolean write(Transaction transaction, Delivery delivery, Instant now);
    }

    private Report report(Caller caller, String docId, Reporting reporting) {
        Instant now = clock.instant();
        return work.inTransaction(transaction -> mine(transaction, caller, docId, now)
                .map(delivery -> reporting.write(transaction, delivery, now) ? Report.TAKEN : Report.REFUSED)
                .orElse(Report.UNKNOWN));
    }

    private static Optional<Delivery> mine(Transaction transaction, Caller caller, String docId, Instant now) {
        return transaction.deliveries().findDoc(docId, carrier(caller, now), agencies(caller, now));
    }

    /**
     * The name under which copies go by the caller: that of a peer while it carries for somebody. An agency's own system
     * has what its mandates give it, and no copy that is still on its name after they ended.
     */
    private static String carrier(Caller caller, Instant now) {
        boolean carries = caller.kind() == CallerKind.PEER
                && !caller.agencies(Right.TRANSIT, now).isEmpty();
        return carries ? caller.systemId() : "";
    }

    private static Set<AgencyId> agencies(Caller caller, Instant now) {
        return caller.agencies(Right.COLLECT, now);
    }
}
