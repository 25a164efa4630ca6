package vn.lienthong.gateway.signature.sample;

import java.time.Instant;
import java.util.List;

/**
 * An official letter (công văn) to be made up.
 *
 * @param agency the issuing body's name
 * @param number number and symbol, such as {@code 123/VPCP-KSTT}
 * @param title what it is about (trích yếu)
 * @param lines the body, one paragraph a line
 * @param at the date of the letter
 * @param bytes the file is filled up to about this size; 0 for as small as it comes
 */
public record OfficialLetter(String agency, String number, String title, List<String> lines, Instant at, int bytes) {
    public OfficialLetter {
        lines = List.copyOf(lines);
    }

    /** A short letter of no particular size. */
    public static OfficialLetter of(String agency, String number, String title, Instant at) {
        return new OfficialLetter(
                agency, number, title, List.of("Kính gửi: Quý cơ quan.", "Nội dung như trích yếu."), at, 0);
    }

    /** The same letter, filled up to a size. */
    public OfficialLetter filledTo(int size) {
        return new OfficialLetter(agency, number, title, lines, at, size);
    }
}
