package vn.lienthong.gateway.agency;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** When a date in a Vietnamese act begins: at midnight in Việt Nam, which is 17:00 UTC the day before. */
public final class LawDate {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private LawDate() {}

    /** As people write it: the day, where it begins one in Việt Nam; else the instant. */
    static String text(Instant instant) {
        LocalDate day = instant.atZone(VIETNAM).toLocalDate();
        return startOf(day).equals(instant) ? day.toString() : instant.toString();
    }

    public static Instant startOf(LocalDate date) {
        return date.atStartOfDay(VIETNAM).toInstant();
    }
}
