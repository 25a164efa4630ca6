package vn.lienthong.gateway.dossier;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What an operator has to know without looking for it. Nothing is deleted: a closed alert says who closed it, and why. */
public interface Alerts {

    void raise(Alert alert);

    /**
     * Raises an alert unless one of its kind is open whose text begins so.
     *
     * @param textStart names what it is about
     */
    void raiseOnce(Alert alert, String textStart);

    /**
     * Closes what is open of a kind because its cause is over.
     *
     * @param textStart how the texts begin that are meant: several machines may have raised the same kind
     * @return how many were closed
     */
    int closeAll(String kind, String textStart, Closing closing);

    /**
     * Closes what is open of some kinds about a copy because its cause is over.
     *
     * @return those that were closed, as they were
     */
    List<Alert> closeAbout(DeliveryId delivery, Set<String> kinds, Closing closing);

    /** Open alerts, newest first. */
    List<Alert> open(int limit);

    /** Open alerts of a kind whose texts begin so, newest first. */
    List<Alert> open(String kind, String textStart);

    /** Raised alerts with their numbers: those nobody closed, newest first, or the closed ones, closed last first. */
    List<Raised> raised(boolean closed, int limit);

    /** One alert, open or closed. */
    Optional<Raised> find(long id);

    /**
     * Closes an alert.
     *
     * @return the alert as it was; empty when there is none, or somebody closed it before
     */
    Optional<Alert> close(long id, Closing closing);

    /**
     * Something an operator has to know.
     *
     * @param kind stable name, for filters
     * @param text one Vietnamese sentence with what to do
     */
    record Alert(Instant at, String kind, Optional<DossierId> dossier, Optional<DeliveryId> delivery, String text) {}

    /** An alert on record. */
    record Raised(long id, Alert alert, Optional<Closing> closing) {}

    /**
     * Who saw to it.
     *
     * @param reason what was done, or why nothing has to be
     */
    record Closing(Instant at, String actor, String reason) {}
}
