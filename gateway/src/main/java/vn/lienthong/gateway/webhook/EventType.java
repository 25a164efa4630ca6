package vn.lienthong.gateway.webhook;

import java.util.Arrays;
import java.util.Optional;

/** What a webhook tells of. */
public enum EventType {
    /** A document waits to be collected. */
    DOCUMENT_ARRIVED("document.arrived", Side.RECIPIENT),
    /** A status message waits to be collected. */
    STATUS_ARRIVED("status.arrived", Side.RECIPIENT),
    /** Somebody reported a status of a document that was sent. */
    STATUS_RECEIVED("status.received", Side.SENDER),
    /** A copy of a document that was sent reached a state that stays. */
    DELIVERY_FINAL("delivery.final", Side.SENDER),
    /** A copy of a document that was sent was given up for now: a person has to see to it, and may send it anew. */
    DELIVERY_DEAD("delivery.dead", Side.SENDER),
    /** A document that was held was let go, or refused. */
    DOCUMENT_DECIDED("document.decided", Side.SENDER),
    /** The signatures of a document that was sent were looked at again, with another result. */
    DOCUMENT_VERIFIED("document.verified", Side.SENDER),
    /** A trial. */
    PING("ping", Side.NOBODY);

    /** Whose news it is. */
    public enum Side {
        RECIPIENT,
        SENDER,
        /** It tells of no document. */
        NOBODY
    }

    private final String wire;
    private final Side side;

    EventType(String wire, Side side) {
        this.wire = wire;
        this.side = side;
    }

    public String wire() {
        return wire;
    }

    public Side side() {
        return side;
    }

    /** One that a webhook can be restricted to. */
    public static Optional<EventType> ofWire(String text) {
        return Arrays.stream(values())
                .filter(type -> type != PING && type.wire.equals(text))
                .findFirst();
    }
}
