package vn.lienthong.gateway.packet;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;

/** Adds the gateway's own station to what it carries, as every hop does (QCVN 102 2.1). */
public final class AddHop {

    /** What a gateway's own code may look like: of no more than 35 characters, none of which XML or HTTP would change. */
    public static final String CODE = "[0-9A-Za-z][0-9A-Za-z._-]{0,34}";

    private final String gatewayCode;

    public AddHop(String gatewayCode) {
        if (!gatewayCode.matches(CODE)) {
            throw new IllegalArgumentException("gateway code: " + gatewayCode + " (expected: " + CODE + ")");
        }
        this.gatewayCode = gatewayCode;
    }

    /** The station of a document received at an instant; the same however often it is asked for. */
    public TraceHop hop(Instant receivedAt) {
        return TraceHop.at(gatewayCode, receivedAt);
    }

    /**
     * How the station goes into a packet.
     *
     * @param received the packet from its beginning; read to the end of its trace at most, not closed
     * @return empty where the packet has no place for it
     */
    public Optional<TraceSplice> splice(InputStream received, Instant receivedAt) throws IOException {
        return FindTracePlace.in(received).map(place -> TraceSplice.of(place, hop(receivedAt)));
    }
}
