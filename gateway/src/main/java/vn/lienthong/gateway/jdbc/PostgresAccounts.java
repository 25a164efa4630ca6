package vn.lienthong.gateway.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import vn.lienthong.gateway.access.Account;
import vn.lienthong.gateway.access.Accounts;
import vn.lienthong.gateway.access.Caller;
import vn.lienthong.gateway.access.LetIn;
import vn.lienthong.gateway.access.Role;

public final class PostgresAccounts implements Accounts {

    private static final String INSERT =
            """
            insert into account (username, password_hash, full_name, role, demo, enabled, created_at)
            values (:username, :hash, :fullName, :role, :demo, :enabled, :now)
            on conflict (username) do
            """;

    private static final String REPLACE = " update set password_hash = excluded.password_hash,"
            + " full_name = excluded.full_name, role = excluded.role, demo = excluded.demo, enabled = excluded.enabled";

    private final Jdbi jdbi;
    private final Clock clock;

    public PostgresAccounts(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    @Override
    public Optional<Account> find(String username) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from account where username = :username")
                .bind("username", username)
                .map((row, context) -> account(row))
                .findOne());
    }

    @Override
    public Optional<String> passwordHash(String username) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select password_hash from account where username = :username")
                        .bind("username", username)
                        .mapTo(String.class)
                        .findOne());
    }

    @Override
    public Optional<LetIn> letIn(String username) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select let_in_by, let_in_at from account where username = :username and let_in_at is not null")
                .bind("username", username)
                .map((row, context) -> new LetIn(row.getString("let_in_by"), Columns.instant(row, "let_in_at")))
                .findOne());
    }

    @Override
    public void letIn(String username, LetIn way) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update account set let_in_by = :by, let_in_at = :at where username = :username")
                .bind("username", username)
                .bind("by", way.by())
                .bind("at", way.at())
                .execute());
    }

    @Override
    public void save(Account account, String passwordHash) {
        jdbi.useHandle(handle -> insert(handle, account, passwordHash, REPLACE));
    }

    @Override
    public boolean add(Account account, String passwordHash, LetIn way) {
        return jdbi.inTransaction(handle -> {
            dropLinks(handle, account.username());
            boolean added = insert(handle, account, passwordHash, " nothing") == 1;
            if (added) {
                letIn(account.username(), way);
            }
            return added;
        });
    }

    @Override
    public void renew(String username, String passwordHash, LetIn way) {
        jdbi.useTransaction(handle -> {
            dropLinks(handle, username);
            handle.createUpdate(
                            """
                            update account set password_hash = :hash, enabled = true,
                              sessions_from = greatest(sessions_from, :at) where username = :username
                            """)
                    .bind("username", username)
                    .bind("hash", passwordHash)
                    .bind("at", way.at())
                    .execute();
            letIn(username, way);
        });
    }

    @Override
    public boolean close(String username) {
        return jdbi.inTransaction(handle -> {
            holdAdministrators(handle);
            if (isLastAdministrator(username)) {
                return false;
            }
            dropLinks(handle, username);
            cancelHandOffs(handle, username);
            handle.createUpdate("update account set enabled = false where username = :username")
                    .bind("username", username)
                    .execute();
            return true;
        });
    }

    /** Of two who close one another at the same time the second one waits, and finds himself alone. */
    private static void holdAdministrators(Handle handle) {
        handle.createQuery(
                        "select username from account where enabled and role = 'ADMINISTRATOR' order by 1 for update")
                .mapTo(String.class)
                .list();
    }

    @Override
    public boolean isLastAdministrator(String username) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select coalesce(min(username) = :username and count(*) = 1, false)
                        from account where enabled and role = 'ADMINISTRATOR'
                        """)
                .bind("username", username)
                .mapTo(Boolean.class)
                .one());
    }

    @Override
    public RoleChange changeRole(String username, Role from, Role to, Instant at) {
        return jdbi.inTransaction(handle -> {
            holdAdministrators(handle);
            if (from == Role.ADMINISTRATOR && to != Role.ADMINISTRATOR && isLastAdministrator(username)) {
                return RoleChange.LAST_ADMINISTRATOR;
            }
            dropLinks(handle, username);
            int changed = handle.createUpdate(
                            """
                            update account set role = :to, sessions_from = greatest(sessions_from, :at)
                            where username = :username and role = :from
                            """)
                    .bind("username", username)
                    .bind("from", from)
                    .bind("to", to)
                    .bind("at", at)
                    .execute();
            if (changed == 0) {
                handle.rollback();
                return RoleChange.MEANWHILE;
            }
            return RoleChange.CHANGED;
        });
    }

    @Override
    public void reset(String username, String passwordHash, Instant at) {
        jdbi.useTransaction(handle -> {
            dropLinks(handle, username);
            handle.createUpdate(
                            """
                            update account set password_hash = :hash, sessions_from = greatest(sessions_from, :at)
                            where username = :username
                            """)
                    .bind("username", username)
                    .bind("hash", passwordHash)
                    .bind("at", at)
                    .execute();
            FactorRows.remove(handle, username);
        });
    }

    @Override
    public boolean replaceHash(String username, String checked, String passwordHash) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                                """
                                update account set password_hash = :hash
                                where username = :username and enabled and password_hash = :checked
                                """)
                        .bind("username", username)
                        .bind("checked", checked)
                        .bind("hash", passwordHash)
                        .execute()
                == 1);
    }

    @Override
    public List<Account> all() {
        return jdbi.withHandle(handle -> handle.createQuery("select * from account order by username")
                .map((row, context) -> account(row))
                .list());
    }

    /** First: whoever takes a link up at this moment is waited for, and meets the account as it is left. */
    private static void dropLinks(Handle handle, String username) {
        handle.createUpdate("delete from account_invite where username = :username and used_at is null")
                .bind("username", username)
                .execute();
    }

    /** The file in the hands of who was sent away is not fetched any more, nor taken back. */
    private static void cancelHandOffs(Handle handle, String username) {
        handle.createUpdate(
                        """
                        update desk_hand_off set state = 'CANCELLED'
                        where opened_by = :actor and state in ('OPEN', 'FETCHED')
                        """)
                .bind("actor", Caller.PERSON + username)
                .execute();
    }

    private int insert(Handle handle, Account account, String passwordHash, String onConflict) {
        return handle.createUpdate(INSERT + onConflict)
                .bind("username", account.username())
                .bind("hash", passwordHash)
                .bind("fullName", account.fullName())
                .bind("role", account.role())
                .bind("demo", account.demo())
                .bind("enabled", account.enabled())
                .bind("now", clock.instant())
                .execute();
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getString("username"),
                row.getString("full_name"),
                Role.valueOf(row.getString("role")),
                row.getBoolean("demo"),
                row.getBoolean("enabled"));
    }
}
