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

    /** The delivery as it is now, waiting for whoever is changing it; nobody else changes it before this transaction ends. */
    Optional<Delivery> locked(DeliveryId id);

    /** The delivery under this transport id, locked, if it belongs to one of the agencies or goes by the system. */
    Optional<Delivery> findDoc(String docId, String systemId, Set<AgencyId> agencies);

    List<Delivery> of(DossierId dossier);

    /** The same, locked as by {@link #locked(DeliveryId)}. */
    List<Delivery> locked(DossierId dossier);

    /**
     * What waits to be collected for the agencies, or by the system for those behind it: what is under a collector's lease, and
     * what a collector said so many times that it could not process it, comes behind the rest, else oldest first. A list is cut
     * off: what nobody can process must not hide what comes after it.
     *
     * @param failures reports of a collector, from 1, from which on a copy stands behind
     */
    List<Delivery> collectable(
            String systemId,
            Set<AgencyId> agencies,
            MessageKind kind,
            Optional<Instant> from,
            Optional<Instant> to,
            Instant now,
            int failures,
            int limit);

    /**
     * The same page by page; what could not be processed stands where its age puts it, for nothing is hidden behind a page.
     *
     * @param after the last one of the page before, as it was listed
     */
    List<Delivery> collectableAfter(
            String systemId, Set<AgencyId> agencies, MessageKind kind, Optional<Place> after, Instant now, int limit);

    /** A place in the list of what is collectable: behind this delivery, which was under a collector's lease, or not. */
    record Place(boolean leased, DeliveryId delivery) {}

    long countCollectable(String systemId, Set<AgencyId> agencies, MessageKind kind);

    /** Pushed deliveries that are due, most urgent first, then oldest; locked against other relays, at most {@code limit}. */
    List<Delivery> takeDue(Instant now, int perSystem, int limit);

    /**
     * Compare-and-set: writes {@code after} if the row still has the state, dispatch and reports of {@code before}.
     *
     * @return false when somebody else moved the delivery meanwhile
     */
    boolean replace(Delivery before, Delivery after);

    /** Asks a copy back while an attempt is under way: should the attempt fail, it was the last one. */
    void askBack(DeliveryId id, String reason);

    /** Why the copy was asked back, if it was. */
    Optional<String> askedBack(DeliveryId id);

    void addAttempt(Attempt attempt);

    void endAttempt(DeliveryId delivery, int dispatch, Instant endedAt, String outcome, String detail);

    /**
     * Ends a try that found the copy waiting for a person's decision about another one. Tries right before it that found the
     * same are put into it: however long the decision takes, it is one.
     *
     * @return since when the copy waits
     */
    Instant endWait(DeliveryId delivery, int dispatch, Instant endedAt, String detail);

    /**
     * Makes due whatever of the document waited, at its last try, for a decision about another copy. What somebody else is
     * changing right now is passed over.
     */
    void wake(DossierId dossier, Instant now);

    List<Attempt> attempts(DossierId dossier);

    /** Deliveries under a lease that ended, or that sit in the broker for too long. */
    List<Delivery> overdue(Instant now, Instant queuedBefore, int limit);

    /** Distinct agencies of deliveries that are not final, for re-resolution when the directory changes. */
    Set<AgencyId> agenciesUnderWay();

    /**
     * Addressed to the agency and in nobody's hands (waiting or unrouted), oldest first, locked against other sweepers.
     *
     * @param after the last one of the page before
     */
    List<Delivery> atRest(AgencyId agency, Optional<DeliveryId> after, int limit);
}
