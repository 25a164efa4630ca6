package vn.lienthong.gateway.access;

import java.time.Instant;

/**
 * Lets one person in, once: to a new account, or back into one whose password or second factor was lost.
 *
 * @param renews whether it leads back into an account that is there; else to a new one, and to none that is there
 * @param invitedBy as evidence names people, such as {@code USER:an.nv} or {@code CLI:root}
 * @param expiresAt first instant at which its link no longer works
 */
public record Invite(
        String username,
        String fullName,
        Role role,
        boolean renews,
        String invitedBy,
        Instant createdAt,
        Instant expiresAt) {}
