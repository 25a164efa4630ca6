package vn.lienthong.gateway.signature;

/** Whether what was signed is what is here (EN 319 102-1 §5.2.7). */
public enum Integrity {
    INTACT,
    /** The content's digest differs from the signed one. */
    CONTENT_CHANGED,
    /** The signature value does not verify. */
    SIGNATURE_WRONG,
    /** Not computed: the structure is broken, or the algorithm is unknown or refused. */
    NOT_CHECKED
}
