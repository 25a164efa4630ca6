package vn.lienthong.gateway.delivery;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.DeliveryState;
import vn.lienthong.gateway.dossier.MessageKind;

/**
 * Which recipients of a document somebody decided against (closed, refused or took back) before they had anything of it. A
 * receiver that brings a packet to all whom it names would bring it to them after all.
 */
public final class ClosedBeside {

    private ClosedBeside() {}

    /** Their codes, comma-separated; empty where there are none. */
    public static String codes(Delivery copy, List<Delivery> copies) {
        List<Delivery> documents = copies.stream()
                .filter(other -> other.kind() == MessageKind.EDOC)
                .toList();
        Set<String> wanted = documents.stream()
                .filter(other -> other.id().equals(copy.id()) || !isAgainst(other))
                .map(other -> other.code().text())
                .collect(Collectors.toSet());
        return documents.stream()
                .filter(ClosedBeside::isAgainst)
                .map(other -> other.code().text())
                .filter(code -> !wanted.contains(code))
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static boolean isAgainst(Delivery copy) {
        boolean ended = copy.state() == DeliveryState.FAILED || copy.state() == DeliveryState.WITHDRAWN;
        return ended && !copy.taken();
    }
}
