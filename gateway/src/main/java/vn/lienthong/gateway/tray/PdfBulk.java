package vn.lienthong.gateway.tray;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * How much a PDF unfolds to, found without keeping any of it: its streams are inflated one by one into the same small
 * buffer. A file that is made to burst, or packs in ways that cannot be told beforehand, is not opened.
 */
final class PdfBulk {

    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.ISO_8859_1);
    private static final int BUFFER_BYTES = 16 * 1024;
    private static final int ZLIB = 0x78;

    /** Names of filters in which a letter is written as its number (ISO 32000-1 §7.3.5): nobody who means well does. */
    private static final Pattern WRITTEN_OTHERWISE = Pattern.compile(
            "/(?=[A-Za-z0-9]{0,14}#)(?:L|#4[Cc])(?:Z|#5[Aa])"
                    + "|/(?=[A-Za-z0-9]{0,14}#)(?:R|#52)(?:L|#4[Cc]|u|#75)|/(?=[A-Za-z]{0,7}#)(?:E|#45)(?:n|#6[Ee])(?:c|#63)(?:r|#72)");

    private final long mostBytes;
    private final byte[] buffer = new byte[BUFFER_BYTES];

    PdfBulk(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    boolean isModest(byte[] pdf) {
        String text = new String(pdf, StandardCharsets.ISO_8859_1);
        if (text.contains("/Encrypt")
                || text.contains("/LZW")
                || text.contains("/RunLength")
                || text.contains("/RL")
                || WRITTEN_OTHERWISE.matcher(text).find()) {
            return false;
        }
        long total = 0;
        for (int at = next(pdf, 0); at >= 0 && total <= mostBytes; at = next(pdf, at)) {
            total += unfolded(pdf, at, mostBytes - total);
        }
        return total <= mostBytes;
    }

    /** Where the next stream's data begin; below zero where there is none. */
    private static int next(byte[] pdf, int from) {
        for (int i = from; i + STREAM.length + 1 < pdf.length; i++) {
            if (Arrays.equals(pdf, i, i + STREAM.length, STREAM, 0, STREAM.length)) {
                int data = i + STREAM.length;
                while (data < pdf.length - 1 && pdf[data] == ' ') {
                    data++;
                }
                boolean carriage = pdf[data] == '\r';
                if (carriage && data < pdf.length - 1) {
                    data++;
                }
                if (pdf[data] == '\n') {
                    return data + 1;
                }
                if (carriage) {
                    return data;
                }
            }
        }
        return -1;
    }

    /** Bytes that come out; more than allowed where what comes out is packed again. */
    private long unfolded(byte[] pdf, int at, long allowed) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(pdf, at, pdf.length - at);
            long out = 0;
            while (!inflater.finished() && out <= allowed) {
                int count = inflater.inflate(buffer);
                if (count == 0) {
                    break;
                }
                if (out == 0 && count > 1 && buffer[0] == ZLIB && ((ZLIB << 8) | (buffer[1] & 0xff)) % 31 == 0) {
                    return allowed + 1;
                }
                out += count;
            }
            return out;
        } catch (DataFormatException notDeflated) {
            return 0;
        } finally {
            inflater.end();
        }
    }
}
