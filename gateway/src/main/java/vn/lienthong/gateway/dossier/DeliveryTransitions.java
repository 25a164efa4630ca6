package vn.lienthong.gateway.dossier;

import static vn.lienthong.gateway.dossier.DeliveryEvent.*;
import static vn.lienthong.gateway.dossier.DeliveryState.*;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The whole life of a delivery as data: state × event → state. What is not listed does not happen. */
public final class DeliveryTransitions {

    private static final Map<DeliveryState, Map<DeliveryEvent, DeliveryState>> TABLE = table();

    private DeliveryTransitions() {}

    /** The state after the event, or empty when the event means nothing in this state. */
    public static Optional<DeliveryState> next(DeliveryState state, DeliveryEvent event) {
        return Optional.ofNullable(TABLE.get(state).get(event));
    }

    private static Map<DeliveryState, Map<DeliveryEvent, DeliveryState>> table() {
        Map<DeliveryState, Map<DeliveryEvent, DeliveryState>> table = new EnumMap<>(DeliveryState.class);
        for (DeliveryState state : DeliveryState.values()) {
            table.put(state, new EnumMap<>(DeliveryEvent.class));
        }
        row(table, WAITING, Map.of(RELAY, QUEUED, LEASE, LEASED, TAKE, HANDED_OVER, COLLECTOR_FAILED, WAITING));
        row(table, WAITING, Map.of(WITHDRAW, WITHDRAWN, MERGE, MERGED, UNROUTE, UNROUTED, HOLD, HELD, ROUTE, WAITING));
        row(table, QUEUED, Map.of(BEGIN, SENDING, LEASE_ENDED, WAITING, WITHDRAW, WITHDRAWN, HOLD, HELD));
        row(table, SENDING, Map.of(SUCCEED, HANDED_OVER, FAIL, WAITING, EXHAUST, DEAD, LEASE_ENDED, WAITING));
        row(table, SENDING, Map.of(MERGE, MERGED, UNROUTE, UNROUTED, HOLD, HELD, ROUTE, WAITING));
        row(table, LEASED, Map.of(LEASE, LEASED, TAKE, HANDED_OVER, LEASE_ENDED, WAITING, COLLECTOR_FAILED, WAITING));
        row(
                table,
                HELD,
                Map.of(RELEASE, WAITING, ROUTE, WAITING, UNROUTE, UNROUTED, WITHDRAW, WITHDRAWN, CLOSE, FAILED));
        row(table, HELD, Map.of(MERGE, MERGED));
        row(table, UNROUTED, Map.of(ROUTE, WAITING, WITHDRAW, WITHDRAWN, CLOSE, FAILED, MERGE, MERGED, HOLD, HELD));
        row(table, DEAD, Map.of(REVIVE, WAITING, WITHDRAW, WITHDRAWN, CLOSE, FAILED));
        return table;
    }

    private static void row(
            Map<DeliveryState, Map<DeliveryEvent, DeliveryState>> table,
            DeliveryState state,
            Map<DeliveryEvent, DeliveryState> follows) {
        table.get(state).putAll(follows);
    }
}
