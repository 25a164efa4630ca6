package vn.lienthong.gateway.signature.pdf;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads values from bytes, strictly (ISO 32000-1 §7.2, §7.3): what is not exactly a value is a fault, never guessed at. */
final class PdfLexer {
    private static final byte[] CLASS = classes();
    private static final byte REGULAR = 0;
    private static final byte SPACE = 1;
    private static final byte DELIMITER = 2;

    private final PdfBytes bytes;
    private final PdfBudget budget;
    private final int maximumDepth;
    private int at;

    PdfLexer(PdfBytes bytes, int at, PdfBudget budget, PdfLimits limits) {
        this.bytes = bytes;
        this.at = at;
        this.budget = budget;
        this.maximumDepth = limits.maximumDepth();
    }

    private static byte[] classes() {
        byte[] classes = new byte[256];
        for (int c : new int[] {0, 9, 10, 12, 13, 32}) {
            classes[c] = SPACE;
        }
        for (char c : "()<>[]{}/%".toCharArray()) {
            classes[c] = DELIMITER;
        }
        return classes;
    }

    int position() {
        return at;
    }

    void moveTo(int position) {
        at = position;
    }

    private static boolean ends(int c) {
        return c < 0 || CLASS[c] != REGULAR;
    }

    static boolean space(int c) {
        return c >= 0 && CLASS[c] == SPACE;
    }

    /** Skips white space and comments. */
    void skipSpace() {
        while (true) {
            int c = bytes.at(at);
            if (c == '%') {
                while (c >= 0 && c != '\n' && c != '\r') {
                    c = bytes.at(++at);
                }
            } else if (space(c)) {
                at++;
            } else {
                return;
            }
        }
    }

    /** Whether a keyword stands here; it is passed over if so. */
    boolean keyword(String word) {
        skipSpace();
        if (bytes.has(at, word) && ends(bytes.at(at + word.length()))) {
            at += word.length();
            return true;
        }
        return false;
    }

    void expect(String word) throws PdfFault {
        if (!keyword(word)) {
            throw fault(word);
        }
    }

    /** A non-negative integer that fits a file offset. */
    int whole() throws PdfFault {
        skipSpace();
        int start = at;
        long value = 0;
        for (int c = bytes.at(at); c >= '0' && c <= '9'; c = bytes.at(++at)) {
            value = value * 10 + c - '0';
            if (value > Integer.MAX_VALUE) {
                throw fault("a number below 2^31");
            }
        }
        if (at == start || !ends(bytes.at(at))) {
            throw fault("a whole number");
        }
        return (int) value;
    }

    PdfValue value() throws PdfFault {
        return value(0);
    }

    private PdfValue value(int depth) throws PdfFault {
        budget.value();
        if (depth > maximumDepth) {
            throw fault("nesting of at most " + maximumDepth);
        }
        skipSpace();
        int c = bytes.at(at);
        return switch (c) {
            case '/' -> name();
            case '(' -> literal();
            case '[' -> array(depth);
            case '<' -> bytes.at(at + 1) == '<' ? dictionary(depth) : hexadecimal();
            case 't' -> word("true", new PdfValue.Truth(true));
            case 'f' -> word("false", new PdfValue.Truth(false));
            case 'n' -> word("null", PdfValue.Nothing.NOTHING);
            default -> numberOrReference();
        };
    }

    private PdfValue word(String word, PdfValue value) throws PdfFault {
        expect(word);
        return value;
    }

    private PdfValue.Name name() throws PdfFault {
        int start = ++at;
        boolean escaped = false;
        for (int c = bytes.at(at); !ends(c); c = bytes.at(++at)) {
            escaped |= c == '#';
        }
        byte[] raw = bytes.copy(start, at);
        return new PdfValue.Name(escaped ? unescape(raw) : new String(raw, StandardCharsets.ISO_8859_1));
    }

    private String unescape(byte[] raw) throws PdfFault {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < raw.length; i++) {
            if (raw[i] != '#') {
                text.append((char) (raw[i] & 0xff));
            } else {
                int high = hex(raw, i + 1);
                int low = hex(raw, i + 2);
                if (high < 0 || low < 0) {
                    throw fault("two hexadecimal digits after # in a name");
                }
                text.append((char) ((high << 4) | low));
                i += 2;
            }
        }
        return text.toString();
    }

    private static int hex(byte[] raw, int index) {
        return index < raw.length ? Character.digit(raw[index], 16) : -1;
    }

    private PdfValue.Text literal() throws PdfFault {
        int start = at;
        int open = 0;
        while (true) {
            int c = bytes.at(at++);
            if (c == '\\') {
                at++;
            } else if (c == '(') {
                open++;
            } else if (c == ')') {
                if (--open == 0) {
                    return new PdfValue.Text(bytes, start, at);
                }
            } else if (c < 0) {
                at = start;
                throw fault("a string that ends");
            }
        }
    }

    private PdfValue.Text hexadecimal() throws PdfFault {
        int start = at++;
        while (true) {
            int c = bytes.at(at);
            if (c == '>') {
                at++;
                return new PdfValue.Text(bytes, start, at);
            }
            if (c == '0') {
                at += bytes.zerosFrom(at, bytes.length());
            } else if (Character.digit(c, 16) >= 0 || space(c)) {
                at++;
            } else {
                at = start;
                throw fault("a hexadecimal string");
            }
        }
    }

    private PdfValue.Array array(int depth) throws PdfFault {
        at++;
        List<PdfValue> items = new ArrayList<>();
        while (true) {
            skipSpace();
            if (bytes.at(at) == ']') {
                at++;
                return new PdfValue.Array(items);
            }
            items.add(value(depth + 1));
        }
    }

    private PdfValue.Dictionary dictionary(int depth) throws PdfFault {
        at += 2;
        Map<String, PdfValue> entries = new HashMap<>();
        boolean repeated = false;
        while (true) {
            skipSpace();
            int c = bytes.at(at);
            if (c == '>' && bytes.at(at + 1) == '>') {
                at += 2;
                return new PdfValue.Dictionary(entries, repeated);
            }
            if (c != '/') {
                throw fault("a key or the end of the dictionary");
            }
            String key = name().text();
            repeated |= entries.put(key, value(depth + 1)) != null;
        }
    }

    private PdfValue numberOrReference() throws PdfFault {
        int start = at;
        PdfValue number = number();
        if (number instanceof PdfValue.Whole value
                && value.value() >= 0
                && value.value() <= Integer.MAX_VALUE
                && bytes.at(start) != '+') {
            int after = at;
            skipSpace();
            int digits = at;
            int generation = 0;
            for (int c = bytes.at(at); c >= '0' && c <= '9' && at - digits < 6; c = bytes.at(++at)) {
                generation = generation * 10 + c - '0';
            }
            if (at > digits && keyword("R")) {
                return new PdfValue.Reference((int) value.value(), generation);
            }
            at = after;
        }
        return number;
    }

    private PdfValue number() throws PdfFault {
        int start = at;
        int sign = bytes.at(at);
        if (sign == '+' || sign == '-') {
            at++;
        }
        long value = 0;
        int digits = at;
        for (int c = bytes.at(at); c >= '0' && c <= '9'; c = bytes.at(++at)) {
            value = value * 10 + c - '0';
            if (at - digits > 17) {
                throw fault("a number of at most 18 digits");
            }
        }
        int c = bytes.at(at);
        if (c == '.') {
            return real(start);
        }
        if (at == digits || !ends(c)) {
            at = start;
            throw fault("a value");
        }
        return new PdfValue.Whole(sign == '-' ? -value : value);
    }

    private PdfValue real(int start) throws PdfFault {
        at++;
        for (int c = bytes.at(at); c >= '0' && c <= '9'; c = bytes.at(at)) {
            at++;
        }
        if (!ends(bytes.at(at)) || at - start > 64) {
            throw fault("a number");
        }
        String text = new String(bytes.copy(start, at), StandardCharsets.ISO_8859_1);
        try {
            return new PdfValue.Real(Double.parseDouble(text));
        } catch (NumberFormatException malformed) {
            throw fault("a number");
        }
    }

    PdfFault fault(String expected) {
        return new PdfFault("byte " + at + ": something else (expected: " + expected + ")");
    }
}
