package vn.lienthong.routes.command.admin;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Instants as an administrator reads them: Vietnamese time, to the minute. */
final class Times {
    static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final DateTimeFormatter SCREEN =
            DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm", Locale.ROOT).withZone(VIETNAM);

    private Times() {}

    static String text(Instant instant) {
        return SCREEN.format(instant);
    }
}
