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
     * Adds the account unless there is one of that name.
     *
     * @return false when there is; it is left as it was
     */
    boolean add(Account account, String passwordHash);

    /** All accounts by name, disabled ones too. */
    List<Account> all();
}
