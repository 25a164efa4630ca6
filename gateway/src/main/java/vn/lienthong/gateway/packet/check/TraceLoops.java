package vn.lienthong.gateway.packet.check;

import java.util.List;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.packet.Packet;

/** A document that came through here twice already, or through too many stations, goes in a circle (QCVN 102 2.1). */
final class TraceLoops implements DocumentCheck {

    private final String gatewayCode;
    private final int mostHops;

    TraceLoops(String gatewayCode, int mostHops) {
        this.gatewayCode = gatewayCode;
        this.mostHops = mostHops;
    }

    @Override
    public List<Finding> ofDocument(Packet packet) {
        long own = packet.trace().stream()
                .filter(hop -> hop.organId().equals(gatewayCode))
                .count();
        if (own > 1) {
            return List.of(found("TraceHeader: " + gatewayCode + " " + own + " times (expected: once at most)"));
        }
        int hops = packet.trace().size();
        return hops > mostHops
                ? List.of(found("TraceHeader: " + hops + " stations (expected: at most " + mostHops
                        + ", setting lienthong.gateway.max-hops)"))
                : List.of();
    }

    private static Finding found(String text) {
        return Finding.warning(ErrorCode.TRACE_LOOP, "TraceHeaderList", text);
    }
}
