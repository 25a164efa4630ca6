package vn.lienthong.routes.command.admin;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as an administrator reads them: Vietnamese time, to the minute. */
final class Times {
    static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final DateTimeFormatter SCREEN =
            DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm", Locale.ROOT).withZone(VIETNAM);

    private Times() {}

    /** In hours where they are whole, else in minutes. */
    static String length(Duration window) {
        return window.toMinutesPart() == 0 ? window.toHours() + " giờ" : window.toMinutes() + " phút";
    }

    static String text(Instant instant) {
        return SCREEN.format(instant);
    }
}
