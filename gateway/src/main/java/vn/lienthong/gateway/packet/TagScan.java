package vn.lienthong.gateway.packet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tags of a packet in their order, read from its bytes. What looks like a tag in comments, CDATA, instructions and values
 * of attributes is passed over. Only for UTF-8 and ASCII, where every byte below 128 is that character: of other encodings,
 * and from a document type on, there are no tags. It checks nothing: whether the packet is XML is the parser's to say.
 */
final class TagScan {

    private static final int LONGEST_TAG_BYTES = 256 * 1024;
    private static final int BYTE_ORDER_MARK = 0xEF;
    private static final Pattern ENCODING = Pattern.compile("\\sencoding\\s*=\\s*[\"']([^\"']*)[\"']");
    private static final Set<String> BYTE_WISE = Set.of("UTF-8", "US-ASCII");

    private final ByteScan bytes;
    private boolean begun;
    private boolean ended;

    /** Whether the {@code <} of the next markup is passed already. */
    private boolean atMarkup;

    TagScan(ByteScan bytes) {
        this.bytes = bytes;
    }

    /** The next tag; none at the end, at a bound, and where something stands that no packet has. */
    Optional<ScannedTag> next() throws IOException {
        if (!begun) {
            begun = true;
            ended = !begin();
        }
        while (!ended) {
            ended = !atMarkup && !bytes.skipPast('<');
            atMarkup = false;
            switch (ended ? ByteScan.END : bytes.peek()) {
                case ByteScan.END -> ended = true;
                case '!' -> ended = !passDeclaration();
                case '?' -> ended = !bytes.skipPast("?>");
                case '/' -> {
                    bytes.next();
                    return tag(ScannedTag.Kind.END);
                }
                default -> {
                    return tag(ScannedTag.Kind.START);
                }
            }
        }
        return Optional.empty();
    }

    /** Passes the byte order mark and the XML declaration; false where the encoding is none that can be scanned. */
    private boolean begin() throws IOException {
        if (bytes.peek() == BYTE_ORDER_MARK && !bytes.passes("\u00EF\u00BB\u00BF")) {
            return false;
        }
        int first = bytes.peek();
        if (first != '<') {
            return isSpace(first);
        }
        bytes.next();
        if (bytes.peek() != '?') {
            atMarkup = true;
            return bytes.peek() != 0;
        }
        if (!bytes.passes("?xml") || !isSpace(bytes.peek())) {
            return bytes.skipPast("?>");
        }
        Optional<String> declaration = untilClosed();
        Matcher encoding = ENCODING.matcher(declaration.orElse(""));
        return declaration.isPresent()
                && (!encoding.find() || BYTE_WISE.contains(encoding.group(1).toUpperCase(Locale.ROOT)));
    }

    private static boolean isSpace(int b) {
        return b == ' ' || b == '\t' || b == '\r' || b == '\n';
    }

    /** Passes a comment or a CDATA section. */
    private boolean passDeclaration() throws IOException {
        bytes.next();
        return switch (bytes.peek()) {
            case '-' -> bytes.passes("--") && bytes.skipPast("-->");
            case '[' -> bytes.passes("[CDATA[") && bytes.skipPast("]]>");
            default -> false;
        };
    }

    private Optional<ScannedTag> tag(ScannedTag.Kind kind) throws IOException {
        Optional<String> inside = untilClosed();
        ended = inside.isEmpty();
        return inside.map(text -> tag(kind, text));
    }

    private ScannedTag tag(ScannedTag.Kind kind, String text) {
        boolean empty = kind == ScannedTag.Kind.START && text.endsWith("/");
        String bare = empty ? text.substring(0, text.length() - 1) : text;
        int nameEnd = 0;
        while (nameEnd < bare.length() && bare.charAt(nameEnd) > ' ') {
            nameEnd++;
        }
        return new ScannedTag(
                empty ? ScannedTag.Kind.EMPTY : kind,
                bare.substring(0, nameEnd),
                bare.substring(nameEnd),
                bytes.offset());
    }

    /** What stands before the {@code >} that is in no value of an attribute; passes that too. */
    private Optional<String> untilClosed() throws IOException {
        ByteArrayOutputStream inside = new ByteArrayOutputStream(64);
        int quote = 0;
        for (int b = bytes.next(); b != ByteScan.END && inside.size() < LONGEST_TAG_BYTES; b = bytes.next()) {
            if (b == '>' && quote == 0) {
                return Optional.of(inside.toString(StandardCharsets.UTF_8));
            }
            if (b == quote) {
                quote = 0;
            } else if (quote == 0 && (b == '"' || b == '\'')) {
                quote = b;
            }
            inside.write(b);
        }
        return Optional.empty();
    }
}
