package vn.lienthong.gateway.tray;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.dossier.DeliveryId;
import vn.lienthong.gateway.dossier.StoredBytes;

/**
 * A file of a received document with the agency's incoming stamp on it: a file of its own, beside what was received.
 *
 * @param agency whose stamp it is
 * @param date of arrival, as stamped; the number is one of its year
 * @param forwarding to whom it goes on; may be empty
 * @param by as evidence names people
 */
public record StampedFile(
        UUID id,
        DeliveryId delivery,
        AgencyId agency,
        IncomingNumber number,
        LocalDate date,
        String forwarding,
        String name,
        StoredBytes bytes,
        String by,
        Instant at) {

    public int year() {
        return date.getYear();
    }
}
