package vn.lienthong.gateway.delivery;

import vn.lienthong.gateway.dossier.DeliveryId;

/** All that a queue holds: which delivery, and which giving of it to an engine. */
public record Dispatch(DeliveryId delivery, int number) {

    /** Names this dispatch across the broker, for its duplicate detection. */
    public String duplicateId() {
        return delivery + "/" + number;
    }
}
