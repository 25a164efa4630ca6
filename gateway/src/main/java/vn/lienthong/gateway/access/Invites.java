package vn.lienthong.gateway.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.digest.Sha256;

/** Invitations, found by the digest of the token in their links. */
public interface Invites {

    /** An invitation and what became of it. */
    record Kept(Invite invite, Optional<Instant> usedAt) {

        public boolean worksAt(Instant now) {
            return usedAt.isEmpty() && now.isBefore(invite.expiresAt());
        }
    }

    /** Keeps it. An earlier one of the same name that nobody used is gone: its link leads nowhere. */
    void add(Sha256 token, Invite invite);

    Optional<Kept> find(Sha256 token);

    /** Unused ones, the newest first; expired ones too. */
    List<Kept> unused();

    /**
     * Uses the invitation up and makes the account, or gives the one that it renews its new password, name and second factor,
     * all in one transaction. Sessions that are open under the name are over. Who made the link is on record as who let the
     * person in.
     *
     * @param factor empty leaves an account without second factor
     * @return false when it was used, replaced or has expired meanwhile, or the account is not as it was when the link was made;
     *     nothing is changed then
     */
    boolean accept(Sha256 token, Instant now, Account account, String passwordHash, Optional<Factors.Fresh> factor);
}
