package vn.lienthong.routes.door.rest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import vn.lienthong.gateway.agency.LawDate;

/** Moments in addresses: {@code 2024-05-01}, the midnight in Việt Nam at which it begins, or an instant with its offset. */
final class Moment {

    static final String FORM = "yyyy-MM-dd hoặc yyyy-MM-ddTHH:mm:ssZ";

    private Moment() {}

    /** Empty where the text names none. */
    static Optional<Instant> of(String text) {
        try {
            return Optional.of(
                    text.length() == "yyyy-MM-dd".length()
                            ? LawDate.startOf(LocalDate.parse(text))
                            : OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException noMoment) {
            return Optional.empty();
        }
    }
}
