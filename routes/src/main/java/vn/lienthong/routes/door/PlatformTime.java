package vn.lienthong.routes.door;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Times as the platforms write them, of the axis and of provinces: Vietnam time without a zone. */
public final class PlatformTime {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final DateTimeFormatter WIRE = DateTimeFormatter.ofPattern("uuuu/MM/dd HH:mm:ss", Locale.ROOT);
    private static final List<DateTimeFormatter> TIMES =
            List.of(WIRE, pattern("uuuu-MM-dd HH:mm:ss"), pattern("dd/MM/uuuu HH:mm:ss"));
    private static final List<DateTimeFormatter> DATES =
            List.of(pattern("uuuu/MM/dd"), pattern("uuuu-MM-dd"), pattern("dd/MM/uuuu"));

    private PlatformTime() {}

    private static DateTimeFormatter pattern(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
    }

    public static String text(Instant instant) {
        return WIRE.format(instant.atZone(VIETNAM));
    }

    /** The beginning of a stretch of time: a date means its midnight. */
    public static Optional<Instant> from(String text) {
        return time(text)
                .or(() -> date(text).map(date -> date.atStartOfDay(VIETNAM).toInstant()));
    }

    /** The end of a stretch of time: a date is meant to be included. */
    public static Optional<Instant> to(String text) {
        return time(text).or(() -> date(text)
                .map(date -> date.plusDays(1).atStartOfDay(VIETNAM).toInstant()));
    }

    private static Optional<Instant> time(String text) {
        for (DateTimeFormatter format : TIMES) {
            try {
                return Optional.of(
                        LocalDateTime.parse(text, format).atZone(VIETNAM).toInstant());
            } catch (DateTimeParseException e) {
                // The next form may fit.
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> date(String text) {
        for (DateTimeFormatter format : DATES) {
            try {
                return Optional.of(LocalDate.parse(text, format));
            } catch (DateTimeParseException e) {
                // The next form may fit.
            }
        }
        return Optional.empty();
    }
}
