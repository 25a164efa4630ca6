package vn.lienthong.gateway.dossier;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What an operator has to know without looking for it. */
public interface Alerts {

    void raise(Alert alert);

    /**
     * Closes what is open of a kind because its cause is over.
     *
     * @param textStart how the texts begin that are meant: several machines may have raised the same kind
     * @return how many were closed
     */
    int close(String kind, String textStart, Instant at);

    /** Open alerts, newest first. */
    List<Alert> open(int limit);

    /**
     * Something an operator has to know.
     *
     * @param kind stable name, for filters
     * @param text one Vietnamese sentence with what to do
     */
    record Alert(Instant at, String kind, Optional<DossierId> dossier, Optional<DeliveryId> delivery, String text) {}
}
