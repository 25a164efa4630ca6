package vn.lienthong.gateway.lasting;

/**
 * What becomes of a signature once it is made.
 *
 * @param goal where it is to get by itself
 * @param waits whether the file may only leave with its timestamp; else it leaves at once, and what lies in the archive is extended
 */
public record LastingRule(LastingLevel goal, boolean waits) {

    /** Nothing becomes of it. */
    public static final LastingRule NONE = new LastingRule(LastingLevel.B, false);
}
