package vn.lienthong.gateway.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.DeliveryEvent;
import vn.lienthong.gateway.dossier.DeliveryId;
import vn.lienthong.gateway.dossier.DeliveryState;
import vn.lienthong.gateway.dossier.Transaction;
import vn.lienthong.gateway.dossier.UnitOfWork;

/**
 * Leaves nothing behind (cycle of a document, step 15): takes back what an engine or a collector kept for too long, and
 * sends what waits to where its recipient is today.
 */
public final class Sweep {

    private static final int BATCH = 500;
    private static final String ACTOR = "gateway";

    private final UnitOfWork work;
    private final Reroute reroute;
    private final DeliverySettings settings;
    private final Clock clock;

    public Sweep(UnitOfWork work, Reroute reroute, DeliverySettings settings, Clock clock) {
        this.work = work;
        this.reroute = reroute;
        this.settings = settings;
        this.clock = clock;
    }

    /** Takes back deliveries whose lease ended or that were lost in the broker; returns how many. */
    public int takeBack() {
        return work.inTransaction(transaction -> {
            Instant now = clock.instant();
            int moved = 0;
            for (Delivery late : transaction.deliveries().overdue(now, now.minus(settings.queuedFor()), BATCH)) {
                moved += takeBack(transaction, late, now).isPresent() ? 1 : 0;
            }
            return moved;
        });
    }

    private Optional<Delivery> takeBack(Transaction transaction, Delivery late, Instant now) {
        DeliveryChange change = DeliveryChange.because(reason(late)).dueAt(now);
        if (late.state() == DeliveryState.SENDING) {
            transaction.deliveries().endAttempt(late.id(), late.dispatch(), now, "LOST", "lease ended");
            // What takes a node down at every attempt must come to an end too.
            if (late.attempts() >= settings.maxAttempts()) {
                return GiveUp.on(transaction, late, "lease ended", now);
            }
        }
        return MoveDelivery.move(
                transaction,
                late,
                DeliveryEvent.LEASE_ENDED,
                late.state() == DeliveryState.LEASED ? change : change.underNextDispatch(),
                Optional.empty(),
                ACTOR,
                now);
    }

    private static String reason(Delivery late) {
        return late.state() == DeliveryState.LEASED
                ? "hết thời gian giữ của hệ thống nhận"
                : "lần giao trước không có kết quả, sẽ giao lại";
    }

    /** Sends everything that rests to where its recipient is today; returns how many deliveries changed their way. */
    public int rerouteAll() {
        List<AgencyId> agencies = work.inTransaction(
                transaction -> List.copyOf(transaction.deliveries().agenciesUnderWay()));
        int moved = 0;
        for (AgencyId agency : agencies) {
            moved += reroute(agency);
        }
        return moved;
    }

    /** Page by page: what stays where it is must not keep the rest from being looked at. */
    private int reroute(AgencyId agency) {
        int moved = 0;
        Optional<DeliveryId> after = Optional.empty();
        Page page;
        do {
            Optional<DeliveryId> from = after;
            page = work.inTransaction(transaction -> reroutePage(transaction, agency, from));
            moved += page.moved();
            after = page.last();
        } while (page.full());
        return moved;
    }

    private record Page(int moved, Optional<DeliveryId> last, boolean full) {}

    private Page reroutePage(Transaction transaction, AgencyId agency, Optional<DeliveryId> after) {
        Instant now = clock.instant();
        List<Delivery> resting = transaction.deliveries().atRest(agency, after, BATCH);
        int moved = 0;
        for (Delivery delivery : resting) {
            moved += reroute.current(transaction, delivery, now).isEmpty() ? 1 : 0;
        }
        Optional<DeliveryId> last = resting.isEmpty()
                ? Optional.empty()
                : Optional.of(resting.getLast().id());
        return new Page(moved, last, resting.size() == BATCH);
    }
}
