package vn.lienthong.gateway.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import vn.lienthong.gateway.access.Account;
import vn.lienthong.gateway.access.Factors;
import vn.lienthong.gateway.access.Invite;
import vn.lienthong.gateway.access.Invites;
import vn.lienthong.gateway.access.Role;
import vn.lienthong.gateway.access.SecretBox;
import vn.lienthong.gateway.digest.Sha256;

/** Invitations in PostgreSQL. */
public final class PostgresInvites implements Invites {

    private final Jdbi jdbi;
    private final SecretBox box;

    public PostgresInvites(Jdbi jdbi, SecretBox box) {
        this.jdbi = jdbi;
        this.box = box;
    }

    @Override
    public void add(Sha256 token, Invite invite) {
        jdbi.useTransaction(handle -> {
            handle.createUpdate("delete from account_invite where username = :username and used_at is null")
                    .bind("username", invite.username())
                    .execute();
            handle.createUpdate(
                            """
                            insert into account_invite (token_hash, username, full_name, role, invited_by, created_at, expires_at)
                            values (:hash, :username, :fullName, :role, :invitedBy, :createdAt, :expiresAt)
                            """)
                    .bind("hash", token.hex())
                    .bind("username", invite.username())
                    .bind("fullName", invite.fullName())
                    .bind("role", invite.role())
                    .bind("invitedBy", invite.invitedBy())
                    .bind("createdAt", invite.createdAt())
                    .bind("expiresAt", invite.expiresAt())
                    .execute();
        });
    }

    @Override
    public Optional<Kept> find(Sha256 token) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from account_invite where token_hash = :hash")
                .bind("hash", token.hex())
                .map((row, context) -> kept(row))
                .findOne());
    }

    @Override
    public List<Kept> unused() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select * from account_invite where used_at is null order by created_at desc")
                .map((row, context) -> kept(row))
                .list());
    }

    @Override
    public boolean accept(
            Sha256 token, Instant now, Account account, String passwordHash, Optional<Factors.Fresh> factor) {
        return jdbi.inTransaction(handle -> {
            boolean taken = handle.createUpdate(
                                    """
                                    update account_invite set used_at = :now
                                    where token_hash = :hash and used_at is null and expires_at > :now
                                      and username = :username and role = :role
                                    """)
                            .bind("hash", token.hex())
                            .bind("now", now)
                            .bind("username", account.username())
                            .bind("role", account.role())
                            .execute()
                    == 1;
            if (taken) {
                keep(handle, account, passwordHash, now);
                FactorRows.remove(handle, account.username());
                factor.ifPresent(fresh -> FactorRows.insert(handle, box, account.username(), fresh, now));
            }
            return taken;
        });
    }

    private static void keep(Handle handle, Account account, String passwordHash, Instant now) {
        handle.createUpdate(
                        """
                        insert into account (username, password_hash, full_name, role, demo, enabled, created_at, sessions_from)
                        values (:username, :hash, :fullName, :role, :demo, :enabled, :now, :now)
                        on conflict (username) do update set password_hash = excluded.password_hash,
                          full_name = excluded.full_name, role = excluded.role, demo = excluded.demo,
                          enabled = excluded.enabled, sessions_from = excluded.sessions_from
                        """)
                .bind("username", account.username())
                .bind("hash", passwordHash)
                .bind("fullName", account.fullName())
                .bind("role", account.role())
                .bind("demo", account.demo())
                .bind("enabled", account.enabled())
                .bind("now", now)
                .execute();
    }

    private static Kept kept(ResultSet row) throws SQLException {
        Invite invite = new Invite(
                row.getString("username"),
                row.getString("full_name"),
                Role.valueOf(row.getString("role")),
                row.getString("invited_by"),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "expires_at"));
        return new Kept(invite, Columns.optionalInstant(row, "used_at"));
    }
}
