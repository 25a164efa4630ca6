package vn.lienthong.gateway.tray;

import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.dossier.DeliveryId;

/** The numbers of incoming documents, and the stamped files; both are only added to. */
public interface IncomingStamps {

    /** One above the highest that the agency gave in the year. */
    IncomingNumber next(AgencyId agency, int year);

    /** The copy that has the agency's number of the year. */
    Optional<DeliveryId> holder(AgencyId agency, int year, IncomingNumber number);

    /** Stamped files of the copy, the newest last. */
    List<StampedFile> of(DeliveryId delivery);

    /**
     * Records a stamped file, and that its number is its copy's.
     *
     * @return false, and nothing is recorded, where another copy has the number
     */
    boolean add(StampedFile file);
}
