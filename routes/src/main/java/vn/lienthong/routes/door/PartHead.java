package vn.lienthong.routes.door;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The head of one part of a form (RFC 7578 §4.2).
 *
 * @param fileName where the part is a file; UTF-8, or in the extended form of RFC 8187
 */
record PartHead(String name, Optional<String> fileName, String contentType) {

    private static final Pattern QUOTED =
            Pattern.compile("[;\\s](name|filename)=\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"");
    private static final Pattern BARE = Pattern.compile("[;\\s](name|filename)=([^\\s;\"]+)");
    private static final Pattern EXTENDED = Pattern.compile("[;\\s]filename\\*=[Uu][Tt][Ff]-8'[^']*'([^\\s;]+)");

    static PartHead of(String headers) {
        String disposition = header(headers, "content-disposition");
        return new PartHead(
                parameter(disposition, "name").orElse(""),
                extended(disposition).or(() -> parameter(disposition, "filename")),
                header(headers, "content-type"));
    }

    private static String header(String headers, String name) {
        return headers.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                .findFirst()
                .map(line -> line.substring(name.length() + 1).strip())
                .orElse("");
    }

    private static Optional<String> parameter(String disposition, String name) {
        return QUOTED.matcher(disposition)
                .results()
                .filter(found -> found.group(1).equals(name))
                .findFirst()
                .map(found -> found.group(2).replaceAll("\\\\(.)", "$1").replace("%22", "\""))
                .or(() -> BARE.matcher(disposition)
                        .results()
                        .filter(found -> found.group(1).equals(name))
                        .findFirst()
                        .map(found -> found.group(2)));
    }

    private static Optional<String> extended(String disposition) {
        Matcher found = EXTENDED.matcher(disposition);
        if (!found.find()) {
            return Optional.empty();
        }
        try {
            return Optional.of(URLDecoder.decode(found.group(1).replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
