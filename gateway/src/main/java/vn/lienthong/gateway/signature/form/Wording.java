package vn.lienthong.gateway.signature.form;

import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Text as it is drawn. */
final class Wording {
    private static final int MOST_CHARS = 300;
    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

    private Wording() {}

    /** One line: composed letters, no control characters, single spaces; refused where nothing or too much is left. */
    static String line(String name, String text) {
        String line = Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cs}\\s\\u00a0]+", " ")
                .strip();
        if (line.isEmpty() || line.length() > MOST_CHARS) {
            throw new IllegalArgumentException(
                    name + ": " + line.length() + " characters (expected: 1 to " + MOST_CHARS + ")");
        }
        return line;
    }

    /** The time of signing in the Vietnamese zone, ISO 8601 as Decree 30/2020/NĐ-CP, Annex I has it. */
    static String time(Instant at) {
        return TIME.format(at.atOffset(VIETNAM));
    }
}
