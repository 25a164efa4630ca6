package vn.lienthong.gateway.packet;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;

/**
 * The wire's dates {@code yyyy/MM/dd} and times {@code yyyy/MM/dd HH:mm:ss}, which carry no zone and are Vietnam's, UTC+7 all
 * year. Day first and dashes are read too: older systems send them. Written without patterns, for every hop of every packet
 * passes here.
 */
final class VietnamTime {

    private static final ZoneOffset ZONE = ZoneOffset.ofHours(7);
    private static final int DATE_LENGTH = 10;
    private static final int TIME_LENGTH = 19;

    private VietnamTime() {}

    static String text(LocalDate date) {
        return String.format(Locale.ROOT, "%04d/%02d/%02d", date.getYear(), date.getMonthValue(), date.getDayOfMonth());
    }

    static String text(Instant instant) {
        LocalDateTime time = LocalDateTime.ofInstant(instant, ZONE);
        return text(time.toLocalDate())
                + String.format(Locale.ROOT, " %02d:%02d:%02d", time.getHour(), time.getMinute(), time.getSecond());
    }

    static Optional<LocalDate> date(String text) {
        if (text.length() != DATE_LENGTH && text.length() != TIME_LENGTH) {
            return Optional.empty();
        }
        if (isSeparator(text, 4) && isSeparator(text, 7)) {
            return day(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
        }
        if (isSeparator(text, 2) && isSeparator(text, 5)) {
            return day(number(text, 6, 10), number(text, 3, 5), number(text, 0, 2));
        }
        return Optional.empty();
    }

    static Optional<Instant> instant(String text) {
        if (text.length() != TIME_LENGTH || text.charAt(13) != ':' || text.charAt(16) != ':') {
            return Optional.empty();
        }
        if (text.charAt(10) != ' ' && text.charAt(10) != 'T') {
            return Optional.empty();
        }
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, 19);
        if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
            return Optional.empty();
        }
        return date(text).map(day -> day.atTime(hour, minute, second).toInstant(ZONE));
    }

    /** Whether a date is written exactly as the regulation writes it. */
    static boolean isRegularDate(String text) {
        return text.length() == DATE_LENGTH
                && text.charAt(4) == '/'
                && text.charAt(7) == '/'
                && date(text).isPresent();
    }

    /** Whether a time is written exactly as the regulation writes it. */
    static boolean isRegularTime(String text) {
        return text.length() == TIME_LENGTH
                && text.charAt(4) == '/'
                && text.charAt(7) == '/'
                && text.charAt(10) == ' '
                && instant(text).isPresent();
    }

    private static Optional<LocalDate> day(int year, int month, int day) {
        if (year < 1 || month < 1 || month > 12 || day < 1) {
            return Optional.empty();
        }
        YearMonth yearMonth = YearMonth.of(year, month);
        return day > yearMonth.lengthOfMonth() ? Optional.empty() : Optional.of(yearMonth.atDay(day));
    }

    private static boolean isSeparator(String text, int at) {
        return text.charAt(at) == '/' || text.charAt(at) == '-';
    }

    /** The decimal number in a range, or -1 where a character is no digit. */
    private static int number(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            value = 10 * value + (c - '0');
        }
        return value;
    }
}
