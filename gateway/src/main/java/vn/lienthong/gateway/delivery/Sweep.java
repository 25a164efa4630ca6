package vn.lienthong.gateway.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.DeliveryEvent;
import vn.lienthong.gateway.dossier.DeliveryState;
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
                if (late.state() == DeliveryState.SENDING) {
                    transaction.deliveries().endAttempt(late.id(), late.dispatch(), now, "LOST", "lease ended");
                }
                DeliveryChange change = DeliveryChange.because(reason(late)).dueAt(now);
                if (late.state() != DeliveryState.LEASED) {
                    change = change.underNextDispatch();
                }
                moved += MoveDelivery.move(
                                        transaction,
                                        late,
                                        DeliveryEvent.LEASE_ENDED,
                                        change,
                                        Optional.empty(),
                                        ACTOR,
                                        now)
                                .isPresent()
                        ? 1
                        : 0;
            }
            return moved;
        });
    }

    private static String reason(Delivery late) {
        return late.state() == DeliveryState.LEASED
                ? "hết thời gian giữ của hệ thống nhận"
                : "lần giao trước không có kết quả, sẽ giao lại";
    }

    /** Sends everything under way to where its recipient is today; returns how many deliveries changed their way. */
    public int rerouteAll() {
        List<AgencyId> agencies = work.inTransaction(
                transaction -> List.copyOf(transaction.deliveries().agenciesUnderWay()));
        int moved = 0;
        for (AgencyId agency : agencies) {
            moved += work.inTransaction(transaction -> {
                Instant now = clock.instant();
                int changed = 0;
                for (Delivery delivery : transaction.deliveries().underWay(Optional.of(agency), BATCH)) {
                    boolean here =
                            delivery.state() == DeliveryState.WAITING || delivery.state() == DeliveryState.UNROUTED;
                    if (here && reroute.current(transaction, delivery, now).isEmpty()) {
                        changed++;
                    }
                }
                return changed;
            });
        }
        return moved;
    }
}
