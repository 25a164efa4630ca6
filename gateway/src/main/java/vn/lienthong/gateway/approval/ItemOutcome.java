package vn.lienthong.gateway.approval;

/** What became of one document of a batch; its name names the text. */
public enum ItemOutcome {
    /** Not yet. */
    WAITING,
    SIGNED,
    /** Taken back, refused, signed otherwise, or another file by now. */
    CHANGED,
    /** The officer may not sign for the agency any more. */
    NO_MANDATE,
    /** The officer has no key here. */
    NO_KEY,
    /** The officer's key is a token at the own desk: signed there, one by one, from the page of each. */
    AT_DESK,
    /** The detail names the trouble, and the number under which it is on record. */
    KEY_UNUSABLE,
    /** The detail names what is in the file, by error codes. */
    FILE_REFUSED,
    /** The file or the place is not one to sign; the detail says why. */
    UNFIT,
    /** The gateway stopped, and what the officer confirmed is too long ago: to be confirmed again. */
    CUT_OFF
}
