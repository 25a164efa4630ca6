package vn.lienthong.gateway.access;

import java.time.Instant;
import java.util.Optional;

/** Whom another issuer means by its subjects; only what an administrator linked is here. */
public interface Identities {

    /** The account that the issuer's subject is linked to. */
    Optional<String> username(String issuer, String subject);

    /**
     * Links a subject to an account, in place of another one that the account had with this issuer.
     *
     * @return false where the subject belongs to somebody else; nothing is changed then
     */
    boolean link(String issuer, String subject, String username, Instant at);

    /** Takes what the account had with any issuer away; false where it had nothing. */
    boolean unlink(String username);
}
