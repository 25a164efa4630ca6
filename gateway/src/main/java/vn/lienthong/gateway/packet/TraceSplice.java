package vn.lienthong.gateway.packet;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * One station added to the bytes of a packet without touching any other: what goes out is what came in with this text at this
 * offset, and cut out again leaves what came in.
 *
 * @param offset bytes before it, in both
 * @param text the TraceHeader
 */
public record TraceSplice(long offset, String text) {

    public TraceSplice {
        if (offset < 0 || text.isEmpty()) {
            throw new IllegalArgumentException(
                    "splice: " + text.length() + " characters at " + offset + " (expected: some text, not before 0)");
        }
    }

    /** The station as an element with the prefix of its list. The hop's texts must need no escaping, see {@link AddHop}. */
    static TraceSplice of(TracePlace place, TraceHop hop) {
        String name = place.prefix().isEmpty() ? "" : place.prefix() + ":";
        String text =
                "<%1$sTraceHeader><%1$sOrganId>%2$s</%1$sOrganId><%1$sTimestamp>%3$s</%1$sTimestamp></%1$sTraceHeader>"
                        .formatted(name, hop.organId(), hop.timeText());
        return new TraceSplice(place.offset(), text);
    }

    byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public int lengthBytes() {
        return bytes().length;
    }

    /** What goes out, read while what came in is read; closing the one closes the other. */
    public InputStream insertInto(InputStream received) {
        return new InsertingInput(received, this);
    }

    /**
     * What came in, read while what went out is read. Reading fails where the text is not at its offset: then it is not what went
     * out.
     */
    public InputStream cutOutOf(InputStream sent) {
        return new CuttingInput(sent, this);
    }
}
