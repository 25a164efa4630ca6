package vn.lienthong.gateway.tray;

import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.dossier.DeliveryId;

/** The numbers of incoming documents, and the stamped files. Nothing of them is taken away: a wrong number is made void. */
public interface IncomingStamps {

    /** One above the highest that stands in the agency's year, and none that was made void. */
    IncomingNumber next(AgencyId agency, int year);

    /** Who has the agency's number of the year, or had it until it was made void. */
    Optional<GivenNumber> given(AgencyId agency, int year, IncomingNumber number);

    /** Numbers of the copy, by agency, year and number; void ones too. */
    List<GivenNumber> numbers(DeliveryId delivery);

    /** Stamped files of the copy, the newest last. */
    List<StampedFile> of(DeliveryId delivery);

    /**
     * Records a stamped file, and that its number is its copy's.
     *
     * @return false, and nothing is recorded, where another copy has the number, or it was made void
     */
    boolean add(StampedFile file);

    /**
     * Records a number without a stamp.
     *
     * @return false, and nothing is recorded, where somebody has the number or had it
     */
    boolean enter(GivenNumber number);

    /**
     * Makes a number void.
     *
     * @return false, and nothing is recorded, where its copy has no such number that stands
     */
    boolean makeVoid(GivenNumber number, GivenNumber.Voided why);
}
