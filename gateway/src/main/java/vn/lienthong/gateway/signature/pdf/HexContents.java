package vn.lienthong.gateway.signature.pdf;

/**
 * Reads the value of {@code /Contents}: hexadecimal digits alone, one DER value, then only zeros. Anything else would be a
 * place to hide in, since these are the only bytes of the file that the signature does not cover.
 */
final class HexContents {
    private static final int LARGEST_VALUE_BYTES = 4 << 20;

    private HexContents() {}

    /** The DER value without its padding. A value of indefinite length comes with it: its reader finds the end. */
    static byte[] read(PdfValue.Text token) throws PdfFault {
        int digits = token.to() - token.from() - 2;
        if (digits < 8 || digits % 2 != 0) {
            throw new PdfFault("/Contents: " + digits + " digits (expected: an even number, at least 8)");
        }
        byte[] head = decode(token, 0, Math.min(8, digits / 2));
        int length = head[1] == (byte) 0x80 ? digits / 2 : length(head);
        if (length > digits / 2 || length > LARGEST_VALUE_BYTES) {
            throw new PdfFault("/Contents: value of " + length + " bytes (expected: at most " + digits / 2 + ")");
        }
        checkPadding(token, length);
        return decode(token, 0, length);
    }

    private static int length(byte[] head) throws PdfFault {
        int first = head[1] & 0xff;
        if (first < 0x80) {
            return 2 + first;
        }
        int bytes = first & 0x7f;
        if (head[0] != 0x30 || bytes > 3 || head.length < 2 + bytes) {
            throw new PdfFault("/Contents: not a DER value (expected: a sequence)");
        }
        int length = 0;
        for (int i = 0; i < bytes; i++) {
            length = (length << 8) | (head[2 + i] & 0xff);
        }
        return 2 + bytes + length;
    }

    /** Refuses anything but zeros after a value of so many bytes. */
    static void checkPadding(PdfValue.Text token, int length) throws PdfFault {
        int from = token.from() + 1 + 2 * length;
        int to = token.to() - 1;
        if (token.source().zerosFrom(from, to) != to - from) {
            throw new PdfFault("/Contents: bytes after the signature value (expected: zeros alone)");
        }
    }

    private static byte[] decode(PdfValue.Text token, int from, int to) throws PdfFault {
        byte[] bytes = new byte[to - from];
        byte[] digits = token.source().copy(token.from() + 1 + 2 * from, token.from() + 1 + 2 * to);
        for (int i = 0; i < bytes.length; i++) {
            int high = Character.digit(digits[2 * i], 16);
            int low = Character.digit(digits[2 * i + 1], 16);
            if (high < 0 || low < 0) {
                throw new PdfFault("/Contents: not hexadecimal (expected: digits alone)");
            }
            bytes[i] = (byte) ((high << 4) | low);
        }
        return bytes;
    }
}
