package vn.lienthong.routes.door.console;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Instants as people here write them: Vietnamese time, day first, to the second. */
@Component("times")
final class Times {

    static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

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
        } catch (java.time.format.DateTimeParseException notAnInstant) {
            return text;
        }
    }

    static Instant startOf(LocalDate date) {
        return date.atTime(LocalTime.MIDNIGHT).atZone(ZONE).toInstant();
    }
}
