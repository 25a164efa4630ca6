package vn.lienthong.gateway.access;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Passwords that who guesses tries first (NIST SP 800-63B §5.1.1.2): a small list, and what people make of its words. */
final class CommonPasswords {

    private static final int FEWEST_DIFFERENT = 5;
    private static final Set<String> LISTED = read();

    private CommonPasswords() {}

    /** Whether it is on the list, is a listed word repeated or with figures around it, or hardly varies. */
    static boolean contain(String password) {
        String bare = password.toLowerCase(Locale.ROOT).replaceAll("\\s", "");
        String word = bare.replaceAll("^[^a-z]+|[^a-z]+$", "");
        return LISTED.contains(bare)
                || LISTED.contains(word)
                || LISTED.contains(unit(bare))
                || bare.chars().distinct().count() < FEWEST_DIFFERENT
                || isRun(bare);
    }

    /** The shortest text of which this one is a repetition. */
    private static String unit(String text) {
        for (int length = 1; length <= text.length() / 2; length++) {
            String unit = text.substring(0, length);
            if (text.length() % length == 0
                    && unit.repeat(text.length() / length).equals(text)) {
                return unit;
            }
        }
        return text;
    }

    /** Each character the next or the one before, such as {@code abcdefghijkl}; 0 comes after 9. */
    private static boolean isRun(String text) {
        return isRun(text, 1) || isRun(text, -1);
    }

    private static boolean isRun(String text, int by) {
        for (int i = 1; i < text.length(); i++) {
            int step = text.charAt(i) - text.charAt(i - 1);
            if (step != by && step != -9 * by) {
                return false;
            }
        }
        return true;
    }

    private static Set<String> read() {
        try (InputStream in =
                        Objects.requireNonNull(CommonPasswords.class.getResourceAsStream("common-passwords.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.isBlank()).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
