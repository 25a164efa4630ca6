package vn.lienthong.gateway.packet;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Texts as the domain keeps them. */
final class WireText {

    private WireText() {}

    static List<String> texts(List<String> values) {
        return values.stream().map(WireText::text).toList();
    }

    /** A text of the wire: without the white space of pretty printing around it; empty where there is none. */
    static String text(@Nullable String value) {
        if (value == null) {
            return "";
        }
        int from = 0;
        int end = value.length();
        while (from < end && isSpace(value.charAt(from))) {
            from++;
        }
        while (end > from && isSpace(value.charAt(end - 1))) {
            end--;
        }
        return value.substring(from, end);
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\n' || c == '\t' || c == '\r';
    }
}
