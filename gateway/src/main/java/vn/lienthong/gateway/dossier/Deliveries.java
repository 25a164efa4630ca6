package vn.lienthong.gateway.dossier;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.lienthong.gateway.agency.AgencyId;

/** Where deliveries are kept: the record that owns retry, urgency and suspension. */
public interface Deliveries {

    void add(List<Delivery> deliveries);

    Optional<Delivery> find(DeliveryId id);

    /** The delivery under this transport id, if it belongs to one of the agencies or goes by the system. */
    Optional<Delivery> findDoc(String docId, String systemId, Set<AgencyId> agencies);

    List<Delivery> of(DossierId dossier);

    /**
     * What waits to be collected for the agencies, or by the system for those behind it: what is under a collector's lease comes behind the rest, else oldest
     * first.
     */
    List<Delivery> collectable(
            String systemId,
            Set<AgencyId> agencies,
            MessageKind kind,
            Optional<Instant> from,
            Optional<Instant> to,
            Instant now,
            int limit);

    long countCollectable(String systemId, Set<AgencyId> agencies, MessageKind kind);

    /** Pushed deliveries that are due, most urgent first, then oldest; locked against other relays, at most {@code limit}. */
    List<Delivery> takeDue(Instant now, int perSystem, int limit);

    /**
     * Compare-and-set: writes {@code after} if the row still has the state and dispatch of {@code before}.
     *
     * @return false when somebody else moved the delivery meanwhile
     */
    boolean replace(Delivery before, Delivery after);

    void addAttempt(Attempt attempt);

    void endAttempt(DeliveryId delivery, int dispatch, Instant endedAt, String outcome, String detail);

    List<Attempt> attempts(DossierId dossier);

    /** Deliveries under a lease that ended, or that sit in the broker for too long. */
    List<Delivery> overdue(Instant now, Instant queuedBefore, int limit);

    /** Distinct agencies of deliveries that are not final, for re-resolution when the directory changes. */
    Set<AgencyId> agenciesUnderWay();

    /** Not final, addressed to the agency (or to nobody yet, when empty). */
    List<Delivery> underWay(Optional<AgencyId> agency, int limit);
}
