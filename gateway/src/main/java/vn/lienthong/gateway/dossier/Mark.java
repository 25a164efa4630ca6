package vn.lienthong.gateway.dossier;

/** What the recipient and the operator are told about an accepted document. */
public enum Mark {
    /** Unsigned: for information only (QĐ 28/2018/QĐ-TTg). */
    FOR_INFORMATION,
    /** Revocation or time could not be settled yet; looked at again. */
    INDETERMINATE,
    /** Whether a file is signed, and how, could not be looked at: neither signed nor unsigned. */
    NOT_CHECKED,
    /** A recipient was reached through its successor. */
    SUCCEEDED,
    /** Acts on a document that has not been seen yet. */
    WAITS_FOR_TARGET
}
