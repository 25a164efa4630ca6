package vn.lienthong.gateway.packet;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decodes base64 (RFC 4648 §4) piece by piece, and only what every decoder would decode alike: white space may stand
 * anywhere, but a stray character, wrong padding or unused bits that are not zero end it. Two decoders that disagree would
 * make a signed digest right for one reader only.
 */
final class Base64Stream {

    private static final int OUT_BYTES = 24 * 1024;
    private static final int NO_DIGIT = -1;
    private static final int[] DIGITS = digits();

    private final Output output;
    private final byte[] out = new byte[OUT_BYTES];
    private int filled;
    /** Digits of the quartet begun, most significant first. */
    private int bits;

    private int digits;
    private int padding;
    private long position;
    private @Nullable String problem;

    Base64Stream(Output output) {
        this.output = output;
    }

    /** Takes decoded bytes. */
    interface Output {
        void write(byte[] buffer, int offset, int length) throws IOException;
    }

    /**
     * Decodes a piece.
     *
     * @return how many characters were taken; fewer than given where the text stopped being base64
     */
    int accept(char[] text, int offset, int length) throws IOException {
        int end = offset + length;
        int i = offset;
        while (i < end && problem == null) {
            if (digits == 0 && padding == 0) {
                i = quartets(text, i, end);
            }
            if (i < end) {
                one(text[i], position + (i - offset));
                i++;
            }
        }
        if (problem != null) {
            i--;
            flush();
        }
        position += i - offset;
        return i - offset;
    }

    /** The common case: whole quartets of digits, without padding or white space. */
    private int quartets(char[] text, int from, int end) throws IOException {
        int i = from;
        while (i + 4 <= end) {
            if (filled + 3 > OUT_BYTES) {
                flush();
            }
            int a = text[i];
            int b = text[i + 1];
            int c = text[i + 2];
            int d = text[i + 3];
            if ((a | b | c | d) > 127) {
                break;
            }
            int value = DIGITS[a] << 18 | DIGITS[b] << 12 | DIGITS[c] << 6 | DIGITS[d];
            if (value < 0) {
                break;
            }
            out[filled] = (byte) (value >> 16);
            out[filled + 1] = (byte) (value >> 8);
            out[filled + 2] = (byte) value;
            filled += 3;
            i += 4;
        }
        return i;
    }

    private void one(char c, long at) throws IOException {
        int digit = c < 128 ? DIGITS[c] : NO_DIGIT;
        if (digit >= 0) {
            if (padding > 0) {
                problem = "base64: a digit after the padding, at " + at + " (expected: the end)";
            } else {
                digit(digit);
            }
        } else if (c == '=') {
            pad(at);
        } else if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
            problem = String.format(
                    Locale.ROOT, "base64: character U+%04X at %d (expected: A-Z a-z 0-9 + / =)", (int) c, at);
        }
    }

    private void digit(int digit) throws IOException {
        bits = bits << 6 | digit;
        digits++;
        if (digits == 4) {
            put(bits >> 16);
            put(bits >> 8);
            put(bits);
            bits = 0;
            digits = 0;
        }
    }

    private void pad(long at) throws IOException {
        padding++;
        if (digits + padding > 4 || digits < 2) {
            problem = "base64: padding at " + at + " (expected: to fill up the last group of four)";
        } else if (digits + padding == 4) {
            int unused = digits == 2 ? bits & 0xF : bits & 0x3;
            if (unused != 0) {
                problem = "base64: unused bits before the padding at " + at + " (expected: zero)";
            } else if (digits == 2) {
                put(bits >> 4);
            } else {
                put(bits >> 10);
                put(bits >> 2);
            }
        }
    }

    private void put(int value) throws IOException {
        if (filled == OUT_BYTES) {
            flush();
        }
        out[filled++] = (byte) value;
    }

    /** Ends the text: what is left goes out, an unfinished group of four is a problem. */
    void finish() throws IOException {
        flush();
        if (problem == null && digits > 0 && digits + padding != 4) {
            problem = "base64: ends at " + position + " within a group (expected: groups of four)";
        }
    }

    private void flush() throws IOException {
        int length = filled;
        filled = 0;
        if (length > 0) {
            output.write(out, 0, length);
        }
    }

    /** Why the text is not base64; empty while it is. */
    Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    private static int[] digits() {
        int[] table = new int[128];
        Arrays.fill(table, NO_DIGIT);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (int i = 0; i < alphabet.length(); i++) {
            table[alphabet.charAt(i)] = i;
        }
        return table;
    }
}
