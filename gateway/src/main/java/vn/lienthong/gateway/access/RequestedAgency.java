package vn.lienthong.gateway.access;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a request seems to ask for, to fill in a registrar's form. A guess over text that anybody may have written: nothing
 * but a suggestion to a person follows from it.
 *
 * @param superior code of the agency above
 */
public record RequestedAgency(String code, String name, String superior) {

    /** Bounds what a field takes over, and how deep the search for a member's end goes. */
    private static final int LONGEST = 300;

    /** As the door notes the code of the headers before the body. */
    private static final Pattern NOTED = Pattern.compile("^AgencyCode=(\\S{1,100}) ");

    private static final Pattern ESCAPED = Pattern.compile("\\\\(?:u([0-9a-fA-F]{4})|(.))");

    public static RequestedAgency of(String body) {
        Matcher noted = NOTED.matcher(body);
        String code = noted.find() ? noted.group(1) : member(body, "code");
        return new RequestedAgency(code, member(body, "name"), member(body, "pcode"));
    }

    private static String member(String json, String name) {
        Matcher found = Pattern.compile("\"" + name + "\"\\s{0,9}:\\s{0,9}\"((?:[^\"\\\\]|\\\\.){0," + LONGEST + "})\"")
                .matcher(json);
        return found.find() ? plain(found.group(1)) : "";
    }

    private static String plain(String escaped) {
        String text = ESCAPED.matcher(escaped).replaceAll(found -> Matcher.quoteReplacement(character(found)));
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    private static String character(MatchResult found) {
        if (found.group(1) != null) {
            return String.valueOf((char) Integer.parseInt(found.group(1), 16));
        }
        return "bfnrt".contains(found.group(2)) ? " " : found.group(2);
    }
}
