package vn.lienthong.gateway.packet.check;

import java.util.List;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.packet.Message;
import vn.lienthong.gateway.packet.Packet;
import vn.lienthong.gateway.packet.StatusMessage;

/** A rule about documents only. */
interface DocumentCheck extends PacketCheck {

    List<Finding> ofDocument(Packet packet);

    @Override
    default List<Finding> check(Message message) {
        return switch (message) {
            case Packet packet -> ofDocument(packet);
            case StatusMessage status -> List.of();
        };
    }
}
