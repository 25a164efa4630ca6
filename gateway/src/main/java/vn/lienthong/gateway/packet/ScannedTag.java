package vn.lienthong.gateway.packet;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A tag as its bytes are written.
 *
 * @param name with its prefix
 * @param attributes what follows the name, as written
 * @param endOffset bytes of the packet up to and with the tag's {@code >}
 */
record ScannedTag(Kind kind, String name, String attributes, long endOffset) {

    private static final Pattern ATTRIBUTE =
            Pattern.compile("\\G\\s+([^\\s=]++)\\s*+=\\s*+(?:\"([^\"]*+)\"|'([^']*+)')");

    enum Kind {
        START,
        END,
        /** {@code <name/>}. */
        EMPTY
    }

    /** Empty where the name has none. */
    String prefix() {
        int colon = name.indexOf(':');
        return colon < 0 ? "" : name.substring(0, colon);
    }

    String localName() {
        return name.substring(name.indexOf(':') + 1);
    }

    /** The namespace that the tag declares for a prefix, as written: one that is spelt with references equals none. */
    Optional<String> declared(String prefix) {
        String wanted = prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix;
        Matcher attribute = ATTRIBUTE.matcher(attributes);
        while (attribute.find()) {
            if (attribute.group(1).equals(wanted)) {
                return Optional.of(attribute.group(2) == null ? attribute.group(3) : attribute.group(2));
            }
        }
        return Optional.empty();
    }
}
