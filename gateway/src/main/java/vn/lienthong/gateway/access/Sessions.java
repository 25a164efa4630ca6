package vn.lienthong.gateway.access;

import java.time.Instant;

/** Which open sessions of people still count. */
public interface Sessions {

    /** Whether the account is open, in this role, and what began at that instant was not ended since. */
    boolean counts(String username, Role role, Instant begunAt);

    /** Ends whatever began before. */
    void endBefore(String username, Instant at);
}
