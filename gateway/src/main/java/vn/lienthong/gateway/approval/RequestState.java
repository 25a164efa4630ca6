package vn.lienthong.gateway.approval;

/** How far a signing request is. All but the first are final: who is to sign after that is asked anew. */
public enum RequestState {
    /** The document lies before the officer, and stays as it is. */
    ASKED,
    SIGNED,
    /** The officer did not sign, and said why. */
    REFUSED,
    /** The clerk took it back before it was signed. */
    TAKEN_BACK
}
