package vn.lienthong.routes.link;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** What stands in a JSON string, from behind its opening quote to its end, as UTF-8 (RFC 8259 §7); read as it comes. */
final class JsonText extends InputStream {

    private final InputStream in;
    private byte[] pending = new byte[0];
    private int next;
    private boolean ended;

    /** @param in buffered: it is read byte by byte */
    JsonText(InputStream in) {
        this.in = in;
    }

    /** @throws EOFException where there is no closing quote */
    @Override
    public int read() throws IOException {
        if (next < pending.length) {
            return pending[next++] & 0xff;
        }
        if (ended) {
            return -1;
        }
        int read = must();
        return switch (read) {
            case '"' -> {
                ended = true;
                yield -1;
            }
            case '\\' -> escaped();
            default -> read;
        };
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = 0;
        while (count < length) {
            int read = read();
            if (read < 0) {
                break;
            }
            bytes[offset + count] = (byte) read;
            count++;
        }
        return count == 0 && length > 0 ? -1 : count;
    }

    private int escaped() throws IOException {
        int escape = must();
        return switch (escape) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case '"', '\\', '/' -> escape;
            case 'u' -> unit();
            default -> throw new IOException("JSON: \\" + (char) escape + " (expected: an escape)");
        };
    }

    /** One unit of UTF-16, or the two that make a character. */
    private int unit() throws IOException {
        char first = hex();
        StringBuilder character = new StringBuilder().append(first);
        if (Character.isHighSurrogate(first)) {
            if (must() != '\\' || must() != 'u') {
                throw new IOException("JSON: half a character (expected: both halves)");
            }
            character.append(hex());
        }
        pending = character.toString().getBytes(StandardCharsets.UTF_8);
        next = 1;
        return pending[0] & 0xff;
    }

    private char hex() throws IOException {
        int unit = 0;
        for (int digit = 0; digit < 4; digit++) {
            int value = Character.digit(must(), 16);
            if (value < 0) {
                throw new IOException("JSON: \\u (expected: four hexadecimal digits)");
            }
            unit = unit * 16 + value;
        }
        return (char) unit;
    }

    private int must() throws IOException {
        int read = in.read();
        if (read < 0) {
            throw new EOFException("JSON: ends inside a text (expected: its closing quote)");
        }
        return read;
    }
}
