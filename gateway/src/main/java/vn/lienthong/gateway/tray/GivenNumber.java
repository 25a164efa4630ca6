package vn.lienthong.gateway.tray;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.dossier.DeliveryId;

/**
 * A line of an agency's register of what arrived (Decree 30/2020/NĐ-CP Art 22).
 *
 * @param year in which the number counts
 * @param entered where the copy was entered by its number alone; empty where the number came with a stamp
 * @param voided where the number was entered wrongly: the line stays, and nobody gets the number again
 */
public record GivenNumber(
        AgencyId agency,
        int year,
        IncomingNumber number,
        DeliveryId delivery,
        Optional<Entered> entered,
        Optional<Voided> voided) {

    /**
     * Entered without a stamp.
     *
     * @param date of arrival
     * @param by as evidence names people
     */
    public record Entered(LocalDate date, String by, Instant at) {}

    /**
     * Made void.
     *
     * @param by as evidence names people
     */
    public record Voided(String reason, String by, Instant at) {}

    /** Whether it counts. */
    public boolean stands() {
        return voided.isEmpty();
    }

    /** Whether the file has this number. */
    public boolean isOn(StampedFile file) {
        return file.agency().equals(agency)
                && file.year() == year
                && file.number().equals(number);
    }
}
