package vn.lienthong.gateway.agency;

/** How much of an agency went over to its successor. */
public enum SuccessionKind {
    /** All of it: whoever looked for the one finds the other. */
    WHOLE,
    /** A part: which part concerns a given document, a rule or a person must say. */
    PART
}
