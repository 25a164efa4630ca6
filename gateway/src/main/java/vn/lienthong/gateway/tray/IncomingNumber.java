package vn.lienthong.gateway.tray;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Số đến: under which an agency enters a document that arrived, its own within a year (Decree 30/2020/NĐ-CP Art 22(2)).
 *
 * @param serial from 1
 * @param letter a small letter for what was entered between two; may be empty
 */
public record IncomingNumber(int serial, String letter) {

    private static final Pattern WRITTEN = Pattern.compile("0{0,5}([1-9][0-9]{0,6})([a-zđ]?)");

    /** As a person types it; empty for what is none. */
    public static Optional<IncomingNumber> of(String typed) {
        Matcher written = WRITTEN.matcher(typed.strip().toLowerCase(Locale.ROOT));
        return written.matches()
                ? Optional.of(new IncomingNumber(Integer.parseInt(written.group(1)), written.group(2)))
                : Optional.empty();
    }

    public String text() {
        return serial + letter;
    }

    @Override
    public String toString() {
        return text();
    }
}
