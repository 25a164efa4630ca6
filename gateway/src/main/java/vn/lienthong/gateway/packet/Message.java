package vn.lienthong.gateway.packet;

/**
 * What travels as edXML: a document, or a status message about one. Every text is the wire's own without surrounding white
 * space; the empty string stands for what is absent or empty.
 */
public sealed interface Message permits Packet, StatusMessage {

    /** Who sends it, as written (QCVN 102 1.1). */
    AgencyBlock from();
}
