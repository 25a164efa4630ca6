package vn.lienthong.gateway.packet;

import java.io.IOException;
import java.io.InputStream;

/** The first bytes of a packet one after the other: counted, read in pieces, and never more of them than the bound. */
final class ByteScan {

    static final int END = -1;

    private static final int PIECE_BYTES = 16 * 1024;

    private final InputStream source;
    private final long farthestBytes;
    private final byte[] piece = new byte[PIECE_BYTES];
    private long before;
    private int at;
    private int count;

    ByteScan(InputStream source, long farthestBytes) {
        this.source = source;
        this.farthestBytes = farthestBytes;
    }

    /** The next byte; {@link #END} after the last one or at the bound. */
    int next() throws IOException {
        return more() ? piece[at++] & 0xFF : END;
    }

    /** The same without passing it. */
    int peek() throws IOException {
        return more() ? piece[at] & 0xFF : END;
    }

    /** Bytes passed so far: where the next one stands. */
    long offset() {
        return before + at;
    }

    /** Passes everything up to and with the byte; false where it does not come. */
    boolean skipPast(char wanted) throws IOException {
        while (more()) {
            while (at < count) {
                if (piece[at++] == wanted) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Passes everything up to and with these characters, three at most; false where they do not come. */
    boolean skipPast(String wanted) throws IOException {
        int pattern = 0;
        int mask = 0;
        for (int i = 0; i < wanted.length(); i++) {
            pattern = pattern << 8 | wanted.charAt(i);
            mask = mask << 8 | 0xFF;
        }
        int last = 0;
        for (int b = next(); b != END; b = next()) {
            last = (last << 8 | b) & mask;
            if (last == pattern) {
                return true;
            }
        }
        return false;
    }

    /** Whether exactly these characters come next; they are passed as far as they agree. */
    boolean passes(String wanted) throws IOException {
        for (int i = 0; i < wanted.length(); i++) {
            if (peek() != wanted.charAt(i)) {
                return false;
            }
            at++;
        }
        return true;
    }

    private boolean more() throws IOException {
        if (at < count) {
            return true;
        }
        before += count;
        at = 0;
        long left = Math.min(PIECE_BYTES, farthestBytes - before);
        count = left <= 0 ? 0 : Math.max(0, source.read(piece, 0, (int) left));
        return count > 0;
    }
}
