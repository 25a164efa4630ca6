package vn.lienthong.routes.command.conformance;

/** What is done to a call on purpose. */
enum Fault {
    /** Nothing. */
    NONE,
    /** Not passed on: 503 and {@code Retry-After: 2}. */
    BUSY,
    /** Passed on and answered ten seconds later. */
    SLOW,
    /** Passed on; the answer is lost, as when a line breaks after the commit. */
    LOST,
    /** Half of the answer, then the connection ends. */
    CUT,
    /** A list that names an item twice, and goes on naming it when it was confirmed. */
    TWICE
}
