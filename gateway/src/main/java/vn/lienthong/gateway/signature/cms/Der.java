package vn.lienthong.gateway.signature.cms;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One element of strict DER (X.690 §10) lying in a larger array: nothing is copied before it is asked for. Definite,
 * shortest lengths only; nothing outside the element is ever read.
 */
final class Der {
    static final int INTEGER = 0x02;
    static final int OCTETS = 0x04;
    static final int OID = 0x06;
    static final int UTC_TIME = 0x17;
    static final int GENERALIZED_TIME = 0x18;
    static final int SEQUENCE = 0x30;
    static final int SET = 0x31;

    private static final int OID_BYTES_AT_MOST = 128;
    /** Far above any honest list; without a bound two bytes of a stranger's would cost forty of ours. */
    private static final int CHILDREN_AT_MOST = 10_000;

    /** Up to eight bytes of seven bits each fit into a long. */
    private static final int LONG_ARC_BYTES = 8;

    private static final DateTimeFormatter GENERALIZED = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");

    private final byte[] source;
    private final int tag;
    private final int start;
    private final int content;
    private final int end;

    private Der(byte[] source, int tag, int start, int content, int end) {
        this.source = source;
        this.tag = tag;
        this.start = start;
        this.content = content;
        this.end = end;
    }

    /** The element that starts at an offset and ends before another. */
    static Der at(byte[] source, int start, int limit) throws CmsException {
        if (limit - start < 2) {
            throw new CmsException("DER at " + start + ": cut short (expected: an element)");
        }
        int tag = source[start] & 0xff;
        if ((tag & 0x1f) == 0x1f) {
            throw new CmsException("DER at " + start + ": tag of several bytes (expected: one byte)");
        }
        int length = source[start + 1] & 0xff;
        int content = start + 2;
        if (length >= 0x80) {
            int bytes = length & 0x7f;
            length = longLength(source, start, bytes, limit);
            content += bytes;
        }
        if (length > limit - content) {
            throw new CmsException(
                    "DER at " + start + ": " + length + " bytes (expected: at most " + (limit - content) + ")");
        }
        return new Der(source, tag, start, content, content + length);
    }

    private static int longLength(byte[] source, int start, int bytes, int limit) throws CmsException {
        if (bytes == 0) {
            throw new CmsException.NotDer("DER at " + start + ": indefinite length (expected: a definite one)");
        }
        if (bytes > 4 || limit - start - 2 < bytes) {
            throw new CmsException("DER at " + start + ": length of " + bytes + " bytes (expected: 1 to 4)");
        }
        long length = 0;
        for (int i = 0; i < bytes; i++) {
            length = (length << 8) | (source[start + 2 + i] & 0xff);
        }
        if (length > Integer.MAX_VALUE) {
            throw new CmsException("DER at " + start + ": length " + length + " (expected: less than 2^31)");
        }
        if (length < 0x80 || length >> (8 * (bytes - 1)) == 0) {
            throw new CmsException.NotDer("DER at " + start + ": length " + length + " (expected: its shortest form)");
        }
        return (int) length;
    }

    int tag() {
        return tag;
    }

    int end() {
        return end;
    }

    boolean is(int expected) {
        return tag == expected;
    }

    /** This element, if it has the tag. */
    Der expect(int expected, String what) throws CmsException {
        if (tag != expected) {
            throw new CmsException(
                    what + ": tag " + Integer.toHexString(tag) + " (expected: " + Integer.toHexString(expected) + ")");
        }
        return this;
    }

    /** The elements inside. */
    List<Der> children() throws CmsException {
        List<Der> children = new ArrayList<>(8);
        for (int at = content; at < end; ) {
            Der child = at(source, at, end);
            children.add(child);
            at = child.end;
            if (children.size() > CHILDREN_AT_MOST) {
                throw new CmsException(
                        "DER at " + start + ": too many elements (expected: at most " + CHILDREN_AT_MOST + ")");
            }
        }
        return children;
    }

    /** The only element inside. */
    Der only(String what) throws CmsException {
        List<Der> children = children();
        if (children.size() != 1) {
            throw new CmsException(what + ": " + children.size() + " (expected: exactly 1)");
        }
        return children.getFirst();
    }

    /** Tag, length and content. */
    byte[] encoded() {
        return Arrays.copyOfRange(source, start, end);
    }

    /** Tag, length and content with another tag: an implicitly tagged value as its own type. */
    byte[] encodedAs(int otherTag) {
        byte[] bytes = encoded();
        bytes[0] = (byte) otherTag;
        return bytes;
    }

    /** Adds the content to a digest without copying it. */
    void digest(MessageDigest running) {
        running.update(source, content, end - content);
    }

    /** The content from the start, not copied. */
    InputStream open() {
        return new ByteArrayInputStream(source, content, end - content);
    }

    int contentLength() {
        return end - content;
    }

    byte[] content() {
        return Arrays.copyOfRange(source, content, end);
    }

    /** An object identifier in dotted form; an arc may be a whole UUID (ITU-T X.667). */
    String oid() throws CmsException {
        expect(OID, "object identifier");
        if (end - content > OID_BYTES_AT_MOST) {
            throw new CmsException(
                    "object identifier: " + (end - content) + " bytes (expected: at most " + OID_BYTES_AT_MOST + ")");
        }
        StringBuilder dotted = new StringBuilder(24);
        int arc = content;
        for (int i = content; i < end; i++) {
            if ((source[i] & 0x80) == 0) {
                append(dotted, arc, i);
                arc = i + 1;
            }
        }
        return dotted.toString();
    }

    /** Adds the arc that lies between two offsets, both included; the first one holds two (X.690 §8.19.4). */
    private void append(StringBuilder dotted, int first, int last) {
        if (last - first >= LONG_ARC_BYTES) {
            BigInteger arc = BigInteger.ZERO;
            for (int i = first; i <= last; i++) {
                arc = arc.shiftLeft(7).or(BigInteger.valueOf(source[i] & 0x7f));
            }
            boolean firstArc = dotted.isEmpty();
            dotted.append(firstArc ? "2." : ".").append(firstArc ? arc.subtract(BigInteger.valueOf(80)) : arc);
            return;
        }
        long arc = 0;
        for (int i = first; i <= last; i++) {
            arc = (arc << 7) | (source[i] & 0x7f);
        }
        if (dotted.isEmpty()) {
            long root = Math.min(arc / 40, 2);
            dotted.append(root).append('.').append(arc - root * 40);
        } else {
            dotted.append('.').append(arc);
        }
    }

    BigInteger integer() throws CmsException {
        expect(INTEGER, "integer");
        if (end == content) {
            throw new CmsException("integer: empty (expected: at least one byte)");
        }
        return new BigInteger(source, content, end - content);
    }

    /** A UTCTime or GeneralizedTime in UTC (RFC 5280 §4.1.2.5, RFC 3161 §2.4.2); fractions of seconds are dropped. */
    Instant time() throws CmsException {
        String text = new String(source, content, end - content, StandardCharsets.US_ASCII);
        try {
            if (!text.endsWith("Z") || (tag != UTC_TIME && tag != GENERALIZED_TIME)) {
                throw new CmsException("time: " + text + " (expected: UTC)");
            }
            String century = tag == GENERALIZED_TIME ? "" : text.charAt(0) < '5' ? "20" : "19";
            int length = tag == GENERALIZED_TIME ? 14 : 12;
            return LocalDateTime.parse(century + text.substring(0, length), GENERALIZED)
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException | StringIndexOutOfBoundsException malformed) {
            throw new CmsException("time: " + text + " (expected: yyyyMMddHHmmssZ)");
        }
    }
}
