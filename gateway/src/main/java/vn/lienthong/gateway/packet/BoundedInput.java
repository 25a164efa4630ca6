package vn.lienthong.gateway.packet;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;

/**
 * The packet's bytes on their way to the parser: counted against the packet's limit, and against the limit of one token, so that
 * a tag or a comment without end cannot fill the memory. Remembers faults of the source, which the parser would mix with faults
 * of the packet.
 */
final class BoundedInput extends InputStream {

    private final InputStream source;
    private final PacketLimits limits;
    private long total;
    private long sinceToken;
    private boolean ended;
    private @Nullable IOException fault;

    BoundedInput(InputStream source, PacketLimits limits) {
        this.source = source;
        this.limits = limits;
    }

    /** The parser got through one more token. */
    void tokenDone() {
        sinceToken = 0;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        int count = read(one, 0, 1);
        return count < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (sinceToken > limits.maxTokenBytes()) {
            throw stopped("one tag, comment or instruction", limits.maxTokenBytes(), "maxTokenBytes");
        }
        int count = fromSource(buffer, offset, length);
        if (count < 0) {
            ended = true;
            return count;
        }
        total += count;
        sinceToken += count;
        if (total > limits.maxPacketBytes()) {
            throw stopped("packet", limits.maxPacketBytes(), "maxPacketBytes");
        }
        return count;
    }

    private int fromSource(byte[] buffer, int offset, int length) throws IOException {
        try {
            return source.read(buffer, offset, length);
        } catch (IOException e) {
            fault = e;
            throw e;
        }
    }

    private static ReadingStopped stopped(String what, long limit, String setting) {
        return new ReadingStopped(Finding.error(
                ErrorCode.PACKET_LIMIT_EXCEEDED,
                "edXML",
                what + ": more than " + limit + " bytes (expected: at most, setting lienthong.packet." + setting
                        + ")"));
    }

    /** Whether the source was read to its end. */
    boolean isEnded() {
        return ended;
    }

    /** What the source itself failed with. */
    Optional<IOException> fault() {
        return Optional.ofNullable(fault);
    }
}
