package vn.lienthong.gateway.signature.xml;

/** What the reader of a packet already knows about its envelope signature; saves reading the packet again. */
public enum EnvelopeHint {
    /** There is none: nothing is read. */
    ABSENT,
    /** There is one outside the namespace of XML-DSig: nothing is read. */
    NOT_XMLDSIG,
    /** There is one in the namespace of XML-DSig. */
    XMLDSIG,
    /** Not looked. */
    UNKNOWN
}
