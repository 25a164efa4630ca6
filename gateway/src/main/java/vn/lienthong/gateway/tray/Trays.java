package vn.lienthong.gateway.tray;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.dossier.DeliveryId;

/**
 * In-trays, read off the record: copies that wait for an agency or were handed to it, those that its clerk has to decide
 * about, and those that it refused.
 */
public interface Trays {

    /** The copy if it lies in the tray of one of the agencies. */
    Optional<TrayItem> find(Set<AgencyId> agencies, DeliveryId delivery);

    /** New ones oldest first, for they are due; all others newest first. */
    List<TrayItem> search(TraySearch search);

    /** How many of each stage; a stage of which there are none may be missing. */
    Map<TrayStage, Long> count(Set<AgencyId> agencies);

    /** How many are new and came before the instant. */
    long countNew(Set<AgencyId> agencies, Instant arrivedBefore);
}
