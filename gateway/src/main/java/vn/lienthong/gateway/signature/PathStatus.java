package vn.lienthong.gateway.signature;

/** Where the signer's certificate leads (EN 319 102-1 §5.2.6). */
public enum PathStatus {
    /** To a root of one of our trust branches, by the rules of the profile. */
    TRUSTED,
    /** To a root, but a certificate on the way breaks the profile. */
    CONSTRAINTS_BROKEN,
    /** To none of our roots. */
    UNTRUSTED,
    /** Not looked for. */
    NOT_CHECKED
}
