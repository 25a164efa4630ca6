package vn.lienthong.gateway.dossier;

/** What may happen to a delivery. */
public enum DeliveryEvent {
    RELAY,
    BEGIN,
    SUCCEED,
    FAIL,
    EXHAUST,
    LEASE_ENDED,
    LEASE,
    TAKE,
    COLLECTOR_FAILED,
    WITHDRAW,
    MERGE,
    ROUTE,
    UNROUTE,
    HOLD,
    RELEASE,
    REVIVE,
    CLOSE
}
