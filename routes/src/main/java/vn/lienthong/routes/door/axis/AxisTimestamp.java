package vn.lienthong.routes.door.axis;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/**
 * The timestamp of a signed call, {@code ddMMyyyy'T'HHmmss+SSSS}: Vietnam time, and what stands behind the plus sign is
 * milliseconds, not a zone.
 */
final class AxisTimestamp {

    /** How far a caller's clock may run ahead of ours. */
    static final Duration AHEAD = Duration.ofMinutes(10);

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final DateTimeFormatter PATTERN = DateTimeFormatter.ofPattern("ddMMuuuu'T'HHmmss", Locale.ROOT);

    private AxisTimestamp() {}

    static Optional<Instant> parse(String text) {
        int plus = text.indexOf('+');
        String seconds = plus < 0 ? text : text.substring(0, plus);
        try {
            return Optional.of(LocalDateTime.parse(seconds, PATTERN)
                    .atZone(VIETNAM)
                    .toInstant()
                    .plusMillis(plus < 0 ? 0 : millis(text.substring(plus + 1))));
        } catch (DateTimeParseException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static long millis(String text) {
        return text.isEmpty() || text.length() > 4 ? 0 : Long.parseLong(text) % 1000;
    }

    static boolean within(Instant claimed, Instant now, Duration window) {
        return !claimed.isBefore(now.minus(window)) && !claimed.isAfter(now.plus(AHEAD));
    }
}
