package vn.lienthong.gateway.signature.pdf;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import vn.lienthong.gateway.signature.cms.Claim;

/** Dates as PDF writes them (ISO 32000-1 §7.9.4): {@code D:20250415162833+07'00'}. */
final class PdfDates {
    private PdfDates() {}

    /** What the date claims; a date that cannot be read claims nothing. */
    static Claim claim(@Nullable String date, boolean certificateReference) {
        Claim nothing = new Claim(null, false, certificateReference);
        if (date == null) {
            return nothing;
        }
        String digits = date.startsWith("D:") ? date.substring(2) : date;
        try {
            LocalDateTime local = LocalDateTime.of(
                    number(digits, 0, 4, 0),
                    number(digits, 4, 6, 1),
                    number(digits, 6, 8, 1),
                    number(digits, 8, 10, 0),
                    number(digits, 10, 12, 0),
                    number(digits, 12, 14, 0));
            char sign = digits.length() > 14 ? digits.charAt(14) : 'Z';
            int hours = sign == 'Z' ? 0 : number(digits, 15, 17, 0);
            int minutes = sign == 'Z' ? 0 : number(digits, 18, 20, 0);
            int turn = sign == '-' ? -1 : 1;
            ZoneOffset zone = ZoneOffset.ofHoursMinutes(turn * hours, turn * minutes);
            return new Claim(local.toInstant(zone), zone.getTotalSeconds() != 0, certificateReference);
        } catch (DateTimeException | NumberFormatException malformed) {
            return nothing;
        }
    }

    private static int number(String digits, int from, int to, int usual) {
        return digits.length() < to ? usual : Integer.parseInt(digits.substring(from, to));
    }
}
