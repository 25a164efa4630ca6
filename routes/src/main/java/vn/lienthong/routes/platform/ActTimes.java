package vn.lienthong.routes.platform;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times in the lines of a preview: Vietnamese time, to the minute. */
final class ActTimes {
    private static final DateTimeFormatter SCREEN =
            DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm", Locale.ROOT).withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

    private ActTimes() {}

    static String text(Instant instant) {
        return SCREEN.format(instant);
    }
}
