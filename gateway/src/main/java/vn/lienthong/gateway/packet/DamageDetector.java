package vn.lienthong.gateway.packet;

/**
 * Notices bytes that went through a text decoder. Such a decoder replaces each byte it does not know by U+FFFD, in UTF-8
 * {@code EF BF BD}; what comes out is valid UTF-8 from end to end, which a binary file never is. A single {@code EF BF BD}
 * proves nothing: sixteen megabytes of noise hold one by chance.
 */
final class DamageDetector {

    private boolean utf8 = true;
    private long replacements;
    private int pending;
    private int low = 0x80;
    private int high = 0xBF;
    /** The last bytes of a character, to know U+FFFD. */
    private int character;

    /** Stops looking at the first byte that is not UTF-8: for binary files that is within the first hundred. */
    void accept(byte[] buffer, int offset, int length) {
        int end = offset + length;
        for (int i = offset; utf8 && i < end; i++) {
            byte b = buffer[i];
            if (b >= 0 && pending == 0) {
                continue;
            }
            step(b & 0xFF);
        }
    }

    private void step(int b) {
        if (pending == 0) {
            lead(b);
            return;
        }
        if (b < low || b > high) {
            utf8 = false;
            return;
        }
        low = 0x80;
        high = 0xBF;
        character = character << 8 | b;
        pending--;
        if (pending == 0 && character == 0xEFBFBD) {
            replacements++;
        }
    }

    /** First byte of a character of several (Unicode table 3-7): over-long forms and surrogates are not UTF-8. */
    private void lead(int b) {
        character = b;
        if (b >= 0xC2 && b <= 0xDF) {
            pending = 1;
        } else if (b >= 0xE0 && b <= 0xEF) {
            pending = 2;
            low = b == 0xE0 ? 0xA0 : 0x80;
            high = b == 0xED ? 0x9F : 0xBF;
        } else if (b >= 0xF0 && b <= 0xF4) {
            pending = 3;
            low = b == 0xF0 ? 0x90 : 0x80;
            high = b == 0xF4 ? 0x8F : 0xBF;
        } else {
            utf8 = false;
        }
    }

    /** Whether all bytes so far are UTF-8; a character cut off at the end counts. */
    boolean isUtf8() {
        return utf8;
    }

    /** How many replacement characters there are, where all is UTF-8. */
    long replacements() {
        return replacements;
    }

    /** Valid UTF-8 with replacement characters: damage, where the content is of a binary kind. */
    boolean isSuspicious() {
        return utf8 && replacements > 0;
    }
}
