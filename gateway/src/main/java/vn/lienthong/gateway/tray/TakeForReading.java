package vn.lienthong.gateway.tray;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.lienthong.gateway.access.Caller;
import vn.lienthong.gateway.access.Right;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.delivery.CollectDocuments;
import vn.lienthong.gateway.delivery.Routing;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.UnitOfWork;

/**
 * A clerk who opens a document has it: what waits for the clerk's agencies about it, copies and statuses, is collected in
 * the clerk's name, once. What waits for a system of the agency's own is that system's.
 */
public final class TakeForReading {

    private final UnitOfWork work;
    private final CollectDocuments collecting;
    private final Clock clock;

    public TakeForReading(UnitOfWork work, CollectDocuments collecting, Clock clock) {
        this.work = work;
        this.collecting = collecting;
        this.clock = clock;
    }

    public void take(Caller clerk, DossierId document) {
        Set<AgencyId> agencies = clerk.agencies(Right.COLLECT, clock.instant());
        List<Delivery> all =
                work.reading(transaction -> transaction.deliveries().of(document));
        for (Delivery delivery : all) {
            if (isWaiting(delivery)
                    && delivery.systemId().equals(Optional.of(Routing.CONSOLE))
                    && delivery.agency().filter(agencies::contains).isPresent()) {
                collecting.take(clerk, delivery.docId()).ifPresent(taken -> collecting.done(clerk, taken.docId()));
            }
        }
    }

    private static boolean isWaiting(Delivery delivery) {
        return switch (delivery.state()) {
            case WAITING, LEASED -> true;
            case QUEUED, SENDING, HELD, UNROUTED, DEAD, HANDED_OVER, WITHDRAWN, MERGED, FAILED -> false;
        };
    }
}
