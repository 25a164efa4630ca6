package vn.lienthong.gateway.jdbc;

import java.time.Instant;
import org.jdbi.v3.core.Jdbi;
import vn.lienthong.gateway.access.Role;
import vn.lienthong.gateway.access.Sessions;

/** Which sessions of people still count, by their accounts in PostgreSQL. */
public final class PostgresSessions implements Sessions {

    private final Jdbi jdbi;

    public PostgresSessions(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public boolean counts(String username, Role role, Instant begunAt) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select exists (select from account
                          where username = :username and role = :role and enabled and sessions_from <= :begun)
                        """)
                .bind("username", username)
                .bind("role", role)
                .bind("begun", begunAt)
                .mapTo(Boolean.class)
                .one());
    }

    @Override
    public void endBefore(String username, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update account set sessions_from = :at where username = :username and sessions_from < :at")
                .bind("username", username)
                .bind("at", at)
                .execute());
    }
}
