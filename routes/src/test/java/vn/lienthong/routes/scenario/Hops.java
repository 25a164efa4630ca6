package vn.lienthong.routes.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Looks for the gateway's own station in what it gave away, as a recipient would who knows nothing of its record. */
public final class Hops {

    public static final String CODE = "LT-TEST";

    private static final String TIME = "[0-9]{4}/[0-9]{2}/[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}";
    private static final Pattern INSIDE = Pattern.compile("<((?:[^<>:]+:)?)TraceHeader><\\1OrganId>" + CODE
            + "</\\1OrganId><\\1Timestamp>" + TIME + "</\\1Timestamp></\\1TraceHeader>(?=[^<]*<(?!\\1TraceHeader>))");

    private Hops() {}

    /**
     * What was handed in, got back from what was given away: the station is the last one of the trace, once, or beside the packet.
     *
     * @param header what the link headers say of it
     */
    public static byte[] without(byte[] given, Optional<String> header) {
        // One character a byte, so that cutting characters cuts bytes.
        String text = new String(given, StandardCharsets.ISO_8859_1);
        if (header.isPresent()) {
            assertThat(header.get()).matches("\"" + CODE + "\";time=\"" + TIME + "\"");
            assertThat(text).doesNotContain(CODE);
            return given;
        }
        MatchResult only = INSIDE.matcher(text)
                .results()
                .reduce((one, other) -> {
                    throw new AssertionError("two stations of " + CODE);
                })
                .orElseThrow(() -> new AssertionError("no station of " + CODE));
        return (text.substring(0, only.start()) + text.substring(only.end())).getBytes(StandardCharsets.ISO_8859_1);
    }
}
