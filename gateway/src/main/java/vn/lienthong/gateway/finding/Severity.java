package vn.lienthong.gateway.finding;

/** How much a {@link Finding} weighs when admission decides. */
public enum Severity {
    /** The document cannot be taken as it is. */
    ERROR,
    /** Taken, and shown to people: outside the regulation's tables, yet harmless. */
    WARNING,
    /** Worth keeping for whoever traces the document. */
    INFORMATION
}
