package vn.lienthong.gateway.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where accounts are kept. Passwords are kept as hashes only, made by whoever calls. */
public interface Accounts {

    Optional<Account> find(String username);

    /** The hash to check a password against; empty when there is no such account. */
    Optional<String> passwordHash(String username);

    /** How its person last came to the account; empty where nobody let anybody in, such as in the demo. */
    Optional<LetIn> letIn(String username);

    /** Keeps how its person came to the account; in place of what was known before. */
    void letIn(String username, LetIn way);

    /** Adds the account, or replaces it and its password. */
    void save(Account account, String passwordHash);

    /**
     * Adds the account unless there is one of that name. Links to the name that nobody used lead nowhere then.
     *
     * @return false when there is; it is left as it was
     */
    boolean add(Account account, String passwordHash, LetIn way);

    /** Another password for an account, which is open then; what came in before, by session or open link, does no longer. */
    void renew(String username, String passwordHash, LetIn way);

    /**
     * Nobody comes in by this account any more, nor by a link to it that lies open, and files that its person was to sign at a
     * desk are not taken back; all else about it stays.
     *
     * @return false where it is the last administrator who can come in; it is left as it is
     */
    boolean close(String username);

    /** Whether this account is open and an administrator's, and no other one is. */
    boolean isLastAdministrator(String username);

    /** What came of another role. */
    enum RoleChange {
        CHANGED,
        /** There is no such account, or it has not the role that it is to change from; all is left as it is, links too. */
        MEANWHILE,
        /** It is the last administrator who can come in; all is left as it is. */
        LAST_ADMINISTRATOR
    }

    /**
     * Gives the account another role. Sessions that began before no longer count, not even once the role is given back, and an
     * open link to it leads nowhere.
     */
    RoleChange changeRole(String username, Role from, Role to, Instant at);

    /**
     * Nobody comes in by what was there before: password, second factor, recovery codes, open links and sessions are gone, all
     * at once. An account that was closed stays closed.
     *
     * @param passwordHash of a password that nobody knows
     */
    void reset(String username, String passwordHash, Instant at);

    /**
     * Replaces the hash of an open account whose hash is the one given.
     *
     * @param checked the hash that the person's password was checked against
     * @return false when the account was closed or got another password meanwhile; it is left as it is
     */
    boolean replaceHash(String username, String checked, String passwordHash);

    /** All accounts by name, disabled ones too. */
    List<Account> all();
}
