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
import vn.lienthong.gateway.access.LetIn;
import vn.lienthong.gateway.access.Role;
import vn.lienthong.gateway.access.SecretBox;
import vn.lienthong.gateway.digest.Sha256;

/** Invitations in PostgreSQL. */
public final class PostgresInvites implements Invites {

    private static final String INSERT =
            """
            insert into account
              (username, password_hash, full_name, role, demo, enabled, created_at, sessions_from, let_in_by, let_in_at)
            values (:username, :hash, :fullName, :role, false, true, :now, :now, :by, :now)
            on conflict (username) do nothing
            """;

    private static final String RENEW =
            """
            update account set password_hash = :hash, full_name = :fullName, demo = false, enabled = true,
              sessions_from = :now, let_in_by = :by, let_in_at = :now
            where username = :username and role = :role
            """;

    /** An older program leaves open what its link is for: back into an account that was there when it was made, else to a new one. */
    private static final String RENEWS =
            """
             coalesce(renews, exists (select from account a
              where a.username = account_invite.username and a.created_at <= account_invite.created_at)) as goes_back
            """;

    private static final String SELECT = "select *," + RENEWS + " from account_invite ";

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
                            insert into account_invite (token_hash, username, full_name, role, renews, invited_by, created_at, expires_at)
                            values (:hash, :username, :fullName, :role, :renews, :invitedBy, :createdAt, :expiresAt)
                            """)
                    .bind("hash", token.hex())
                    .bind("username", invite.username())
                    .bind("fullName", invite.fullName())
                    .bind("role", invite.role())
                    .bind("renews", invite.renews())
                    .bind("invitedBy", invite.invitedBy())
                    .bind("createdAt", invite.createdAt())
                    .bind("expiresAt", invite.expiresAt())
                    .execute();
        });
    }

    @Override
    public Optional<Kept> find(Sha256 token) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "where token_hash = :hash")
                .bind("hash", token.hex())
                .map((row, context) -> kept(row))
                .findOne());
    }

    @Override
    public List<Kept> unused() {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "where used_at is null order by created_at desc")
                .map((row, context) -> kept(row))
                .list());
    }

    @Override
    public boolean accept(
            Sha256 token, Instant now, Account account, String passwordHash, Optional<Factors.Fresh> factor) {
        return jdbi.inTransaction(handle -> {
            Optional<Invite> taken = handle.createQuery(
                            """
                            update account_invite set used_at = :now
                            where token_hash = :hash and used_at is null and expires_at > :now
                              and username = :username and role = :role
                            returning *,
                            """
                                    + RENEWS)
                    .bind("hash", token.hex())
                    .bind("now", now)
                    .bind("username", account.username())
                    .bind("role", account.role())
                    .map((row, context) -> kept(row).invite())
                    .findOne();
            if (taken.isEmpty()
                    || !keep(
                            handle,
                            account,
                            passwordHash,
                            new LetIn(taken.get().invitedBy(), now),
                            taken.get().renews())) {
                handle.rollback();
                return false;
            }
            FactorRows.remove(handle, account.username());
            factor.ifPresent(fresh -> FactorRows.insert(handle, box, account.username(), fresh, now));
            return true;
        });
    }

    private static boolean keep(Handle handle, Account account, String passwordHash, LetIn way, boolean renews) {
        return handle.createUpdate(renews ? RENEW : INSERT)
                        .bind("username", account.username())
                        .bind("hash", passwordHash)
                        .bind("fullName", account.fullName())
                        .bind("role", account.role())
                        .bind("by", way.by())
                        .bind("now", way.at())
                        .execute()
                == 1;
    }

    private static Kept kept(ResultSet row) throws SQLException {
        Invite invite = new Invite(
                row.getString("username"),
                row.getString("full_name"),
                Role.valueOf(row.getString("role")),
                row.getBoolean("goes_back"),
                row.getString("invited_by"),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "expires_at"));
        return new Kept(invite, Columns.optionalInstant(row, "used_at"));
    }
}
