package vn.lienthong.gateway.dossier;

/** What a caller says it hands in, and the list in which a recipient finds it. */
public enum MessageKind {
    /** A document packet. */
    EDOC,
    /** A business status about a document. */
    STATUS
}
