package vn.lienthong.gateway.packet.check;

import java.util.List;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.packet.Message;

/** One rule about packets. Pure: no state, no clock, no port. */
@FunctionalInterface
public interface PacketCheck {

    /** What the rule has to say about a message; nothing where it keeps the rule, or the rule is not about its kind. */
    List<Finding> check(Message message);
}
