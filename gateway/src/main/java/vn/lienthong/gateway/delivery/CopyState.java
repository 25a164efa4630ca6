package vn.lienthong.gateway.delivery;

import java.time.Instant;
import vn.lienthong.gateway.dossier.Delivery;

/** The transport states of the platform, as systems are told them at every door. */
public enum CopyState {
    INITIAL,
    PROCESSING,
    DONE,
    FAIL;

    public static CopyState of(Delivery delivery, Instant now) {
        return switch (delivery.state()) {
            case LEASED -> delivery.leaseUntil().filter(now::isBefore).isPresent() ? PROCESSING : INITIAL;
            case HANDED_OVER -> DONE;
            case DEAD, FAILED, WITHDRAWN -> FAIL;
            case WAITING, QUEUED, SENDING, HELD, UNROUTED, MERGED -> delivery.failures() > 0 ? FAIL : INITIAL;
        };
    }
}
