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

    /** Of years that documents and agencies are dated in; a database knows no more than some thousands. */
    private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

    private Moment() {}

    /** Empty where the text names none. */
    static Optional<Instant> of(String text) {
        try {
            return Optional.of(
                            text.length() == "yyyy-MM-dd".length()
                                    ? LawDate.startOf(LocalDate.parse(text))
                                    : OffsetDateTime.parse(text).toInstant())
                    .filter(moment -> moment.isAfter(FIRST) && moment.isBefore(LAST));
        } catch (DateTimeException noMoment) {
            return Optional.empty();
        }
    }
}
