package vn.lienthong.gateway.signature;

/** What kind of answer a {@link SignatureReport} is. "No signature was read" and "there is none" are different answers. */
public enum Presence {
    /** At least one signature, and each of them could be read. */
    SIGNED,
    /** Nothing in the content claims to be a signature. */
    UNSIGNED,
    /** Something claims to be a signature and cannot be read as one, or was hidden: never the same as unsigned. */
    BROKEN,
    /** A kind of content that carries no signatures of ours. */
    NOT_APPLICABLE,
    /** An element that looks like a signature and proves nothing, as most senders' software writes it. */
    DECORATIVE,
    /** Not looked at for a named reason: above a size limit, encrypted. */
    NOT_CHECKED
}
