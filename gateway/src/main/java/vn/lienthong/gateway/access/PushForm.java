package vn.lienthong.gateway.access;

/** How documents are brought to a system that has them pushed. */
public enum PushForm {
    /** The packet as the body of a {@code POST}, the rest in headers. */
    REST,
    /** An operation of SOAP that the system offers, the packet by MTOM. */
    SOAP,
    /** {@code sendEdoc}: the system is a {@link Neighbour}, and handed over to in its dialect. */
    AXIS
}
