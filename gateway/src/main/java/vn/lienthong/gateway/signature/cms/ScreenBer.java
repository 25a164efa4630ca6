package vn.lienthong.gateway.signature.cms;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Walks through BER (X.690 §8) before anybody builds it: how deep, how many elements, whether lengths fit. In one pass, without
 * recursion and without copying, so that no nesting of a stranger's costs more than reading it.
 */
final class ScreenBer {
    private static final int DEPTH_AT_MOST = 48;
    private static final int CONSTRUCTED = 0x20;
    /** An element that ends where its end-of-contents stands. */
    private static final int OPEN = -1;

    private final byte[] source;
    private final Deque<Integer> ends = new ArrayDeque<>();
    private int at;

    private ScreenBer(byte[] source) {
        this.source = source;
    }

    static void check(byte[] source, CmsLimits limits) throws CmsException {
        if (source.length > limits.maximumBerBytes()) {
            throw new CmsException(
                    "BER: " + source.length + " bytes (expected: at most " + limits.maximumBerBytes() + ", or DER)");
        }
        ScreenBer screen = new ScreenBer(source);
        int elements = 0;
        do {
            if (++elements > limits.maximumBerElements()) {
                throw new CmsException(
                        "BER: too many elements (expected: at most " + limits.maximumBerElements() + ")");
            }
            screen.step();
        } while (!screen.ends.isEmpty());
    }

    private void step() throws CmsException {
        int tag = next();
        if ((tag & 0x1f) == 0x1f) {
            throw new CmsException("BER at " + at + ": tag of several bytes (expected: one byte)");
        }
        int first = next();
        int end = first == 0x80 ? OPEN : at(first);
        if (tag == 0 && end == at && !ends.isEmpty() && ends.peek() == OPEN) {
            ends.pop();
        } else if ((tag & CONSTRUCTED) != 0) {
            ends.push(end);
            if (ends.size() > DEPTH_AT_MOST) {
                throw new CmsException("BER at " + at + ": too deep (expected: at most " + DEPTH_AT_MOST + " levels)");
            }
        } else if (end == OPEN) {
            throw new CmsException("BER at " + at + ": a value without end (expected: a length)");
        } else {
            at = end;
        }
        while (!ends.isEmpty() && ends.peek() != OPEN && at >= ends.peek()) {
            if (at > ends.pop()) {
                throw new CmsException("BER at " + at + ": an element over the end of the one around it");
            }
        }
    }

    private int at(int first) throws CmsException {
        long length = first;
        if (first > 0x80) {
            length = 0;
            for (int i = 0; i < (first & 0x7f); i++) {
                length = (length << 8) | next();
                if (length > source.length) {
                    throw new CmsException("BER at " + at + ": length beyond the end (expected: within)");
                }
            }
        }
        if (length > source.length - at) {
            throw new CmsException("BER at " + at + ": length beyond the end (expected: within)");
        }
        return at + (int) length;
    }

    private int next() throws CmsException {
        if (at >= source.length) {
            throw new CmsException("BER at " + at + ": cut short (expected: an element)");
        }
        return source[at++] & 0xff;
    }
}
