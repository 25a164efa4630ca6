package vn.lienthong.gateway.delivery;

/** How a recipient gets its copy. */
public sealed interface DeliveryMethod {

    /** Waits in the record until the recipient's system takes it. */
    record Collect(String systemId) implements DeliveryMethod {}

    /** Is brought to the recipient's system. */
    record Push(String systemId) implements DeliveryMethod {}

    /** Nobody takes documents for this agency yet: waits, and an operator sees it. */
    record Unrouted() implements DeliveryMethod {}
}
