package vn.lienthong.gateway.packet;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Where and when a document was issued (QCVN 102 1.4).
 *
 * @param place where
 * @param dateText when, as written
 */
public record Promulgation(String place, DateText dateText) {

    /** The day it was issued, where the text names one. */
    public Optional<LocalDate> date() {
        return dateText.date();
    }
}
