package vn.lienthong.routes.report;

import java.util.regex.Pattern;

/** What a stranger's file says, made fit for a screen: no control sequences, no hidden or turned text, no endless line. */
public final class Clean {
    private static final int MOST_CHARS = 300;
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Co}\\p{Cs}]");

    private Clean() {}

    /** One text, such as a name. */
    public static String text(String text) {
        String seen = UNSEEN.matcher(text).replaceAll("\uFFFD");
        return seen.length() <= MOST_CHARS ? seen : seen.substring(0, MOST_CHARS) + "…";
    }
}
