package vn.lienthong.gateway.signature.pdf;

import java.io.ByteArrayOutputStream;

/** Decodes strings (ISO 32000-1 §7.3.4); only short ones are asked for. */
final class PdfStrings {
    private static final int READ_AT_MOST = 4096;

    private PdfStrings() {}

    static byte[] decode(PdfValue.Text text) {
        int to = Math.min(text.to() - 1, text.from() + READ_AT_MOST);
        return text.hexadecimal() ? hexadecimal(text, to) : literal(text, to);
    }

    private static byte[] hexadecimal(PdfValue.Text text, int to) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int high = -1;
        for (int at = text.from() + 1; at < to; at++) {
            int digit = Character.digit(text.source().at(at), 16);
            if (digit >= 0 && high >= 0) {
                out.write((high << 4) | digit);
                high = -1;
            } else if (digit >= 0) {
                high = digit;
            }
        }
        if (high >= 0) {
            out.write(high << 4);
        }
        return out.toByteArray();
    }

    private static byte[] literal(PdfValue.Text text, int to) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfBytes source = text.source();
        int at = text.from() + 1;
        while (at < to) {
            int c = source.at(at++);
            if (c != '\\') {
                out.write(c);
            } else if (octal(source.at(at))) {
                int value = 0;
                for (int digits = 0; digits < 3 && octal(source.at(at)); digits++) {
                    value = value * 8 + source.at(at++) - '0';
                }
                out.write(value);
            } else {
                escaped(source.at(at++), out);
            }
        }
        return out.toByteArray();
    }

    private static boolean octal(int c) {
        return c >= '0' && c <= '7';
    }

    private static void escaped(int c, ByteArrayOutputStream out) {
        switch (c) {
            case 'n' -> out.write('\n');
            case 'r' -> out.write('\r');
            case 't' -> out.write('\t');
            case 'b' -> out.write('\b');
            case 'f' -> out.write('\f');
            case '\n', '\r' -> {}
            default -> out.write(c);
        }
    }
}
