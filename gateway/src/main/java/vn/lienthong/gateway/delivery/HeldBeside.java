package vn.lienthong.gateway.delivery;

import java.util.List;
import java.util.stream.Collectors;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.DeliveryState;
import vn.lienthong.gateway.dossier.MessageKind;

/**
 * Which recipients of a document wait for a person's decision while another one's copy goes. A receiver that brings a packet to
 * all whom it names would bring it to them as well.
 */
public final class HeldBeside {

    private HeldBeside() {}

    /** Their codes, comma-separated; empty where nobody waits. */
    public static String codes(Delivery copy, List<Delivery> copies) {
        return copies.stream()
                .filter(other -> other.kind() == MessageKind.EDOC && other.state() == DeliveryState.HELD)
                .filter(other -> !other.id().equals(copy.id()))
                .map(other -> other.code().text())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
