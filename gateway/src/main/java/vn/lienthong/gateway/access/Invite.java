package vn.lienthong.gateway.access;

import java.time.Instant;

/**
 * Lets one person in, once: to a new account, or back into one whose password or second factor was lost.
 *
 * @param invitedBy as evidence names people, such as {@code USER:an.nv} or {@code CLI:root}
 * @param expiresAt first instant at which its link no longer works
 */
public record Invite(
        String username, String fullName, Role role, String invitedBy, Instant createdAt, Instant expiresAt) {}
