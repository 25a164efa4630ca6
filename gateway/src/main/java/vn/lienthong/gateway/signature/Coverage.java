package vn.lienthong.gateway.signature;

/** How much of the file the signature speaks for. */
public enum Coverage {
    /** Every byte to the end, but for the signature value itself. */
    WHOLE_FILE,
    /** Every byte of the revision it was made in; more bytes follow. */
    WHOLE_REVISION,
    /** Some parts only. */
    PARTIAL,
    /** Not established, since the structure is broken. */
    UNKNOWN
}
