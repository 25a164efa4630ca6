package vn.lienthong.routes.command.verify;

import java.util.regex.Pattern;

/** What a stranger's file says, made fit for a terminal: no control sequences, no hidden or turned text, no endless line. */
final class Screen {
    private static final int MOST_CHARS = 300;
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Co}\\p{Cs}]");

    private Screen() {}

    static String clean(String text) {
        String seen = UNSEEN.matcher(text).replaceAll("\uFFFD");
        return seen.length() <= MOST_CHARS ? seen : seen.substring(0, MOST_CHARS) + "…";
    }
}
