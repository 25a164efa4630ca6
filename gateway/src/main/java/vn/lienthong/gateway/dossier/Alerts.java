package vn.lienthong.gateway.dossier;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What an operator has to know without looking for it. */
public interface Alerts {

    void raise(Alert alert);

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
