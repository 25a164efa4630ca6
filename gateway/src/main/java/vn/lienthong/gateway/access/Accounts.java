package vn.lienthong.gateway.access;

import java.util.List;
import java.util.Optional;

/** Where accounts are kept. Passwords are kept as hashes only, made by whoever calls. */
public interface Accounts {

    Optional<Account> find(String username);

    /** The hash to check a password against; empty when there is no such account. */
    Optional<String> passwordHash(String username);

    /** Adds the account, or replaces it and its password. */
    void save(Account account, String passwordHash);

    /**
     * Adds the account unless there is one of that name. Links to the name that nobody used lead nowhere then.
     *
     * @return false when there is; it is left as it was
     */
    boolean add(Account account, String passwordHash);

    /** Nobody comes in by this account any more, nor by a link to it that lies open; all else about it stays. */
    void close(String username);

    /** Sets the hash and leaves all else: an account that was closed stays closed. */
    void setHash(String username, String passwordHash);

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
