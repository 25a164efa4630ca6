package vn.lienthong.routes.door.console;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Instants as people here write them: Vietnamese time, day first, to the second. */
@Component("times")
final class Times {

    static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    /** A database knows no more than some thousands. */
    private static final int FIRST_YEAR = 1900;

    private static final int LAST_YEAR = 2199;
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    /** Empty for nothing. */
    public String at(@Nullable Object instant) {
        return switch (instant) {
            case Instant at -> SECOND.format(at.atZone(ZONE));
            case Optional<?> perhaps -> at(perhaps.orElse(null));
            case null -> "";
            default -> instant.toString();
        };
    }

    /** The hour and minute. */
    public String clock(Instant instant) {
        return MINUTE.format(instant.atZone(ZONE));
    }

    /** Midnight before the instant. */
    static Instant startOfDay(Instant instant) {
        return startOf(LocalDate.ofInstant(instant, ZONE));
    }

    /** The day, of a date or an instant. */
    public String day(@Nullable Object date) {
        return switch (date) {
            case LocalDate day -> DAY.format(day);
            case Instant at -> DAY.format(at.atZone(ZONE));
            case Optional<?> perhaps -> day(perhaps.orElse(null));
            case null -> "";
            default -> date.toString();
        };
    }

    /** An ISO text of the record as people read it; any other text stays as it is. */
    public String text(String text) {
        try {
            return at(Instant.parse(text));
        } catch (DateTimeParseException notAnInstant) {
            return text;
        }
    }

    /** An ISO date as a form sends it, of a year that anything here is dated in; empty for any other text. */
    static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text.strip()))
                    .filter(date -> date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR);
        } catch (DateTimeParseException noDate) {
            return Optional.empty();
        }
    }

    static Instant startOf(LocalDate date) {
        return date.atTime(LocalTime.MIDNIGHT).atZone(ZONE).toInstant();
    }
}
