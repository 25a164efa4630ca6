package vn.lienthong.gateway.access;

/** What a {@link Neighbour} speaks, with what it takes to speak it beside our id and secret there. */
public sealed interface Dialect {

    /** That of the axis. */
    record Axis() implements Dialect {}

    /**
     * That of provincial platforms (LGSP).
     *
     * @param username with which we log in there
     * @param applicationCode as the platform gave it; may be empty
     */
    record Provincial(String username, String applicationCode) implements Dialect {}
}
