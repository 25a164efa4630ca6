package vn.lienthong.gateway.signature.xml;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The beginning of a file as a reader of XML finds it: behind byte order marks, zeros and white space, however many. */
public final class XmlHead {
    private static final int BYTES = 8 * 1024;

    private XmlHead() {}

    /**
     * The first characters from the first tag on, one for each byte; empty when something else comes before a tag. In encodings of two
     * bytes zeros stand between them.
     *
     * @param in is read from here, and stays open
     */
    public static String in(InputStream in) throws IOException {
        InputStream buffered = new BufferedInputStream(in, BYTES);
        int first = buffered.read();
        while (first >= 0 && passedOver(first)) {
            first = buffered.read();
        }
        return first == '<' ? "<" + new String(buffered.readNBytes(BYTES), StandardCharsets.ISO_8859_1) : "";
    }

    private static boolean passedOver(int one) {
        return switch (one) {
            case 0, 0xef, 0xbb, 0xbf, 0xfe, 0xff -> true;
            default -> Character.isWhitespace(one);
        };
    }
}
