package vn.lienthong.gateway.jdbc;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import vn.lienthong.gateway.access.Identities;

/** Links to other issuers' subjects in PostgreSQL. */
public final class PostgresIdentities implements Identities {

    private final Jdbi jdbi;

    public PostgresIdentities(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Optional<String> username(String issuer, String subject) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select username from account_identity where issuer = :issuer and subject = :subject")
                .bind("issuer", issuer)
                .bind("subject", subject)
                .mapTo(String.class)
                .findOne());
    }

    @Override
    public boolean link(String issuer, String subject, String username, Instant at) {
        return jdbi.inTransaction(handle -> {
            boolean others = handle.createQuery(
                            """
                            select exists (select from account_identity
                              where issuer = :issuer and subject = :subject and username <> :username)
                            """)
                    .bind("issuer", issuer)
                    .bind("subject", subject)
                    .bind("username", username)
                    .mapTo(Boolean.class)
                    .one();
            return !others
                    && handle.createUpdate(
                                            """
                                            insert into account_identity (issuer, subject, username, linked_at)
                                            values (:issuer, :subject, :username, :at)
                                            on conflict (issuer, username) do update set subject = excluded.subject,
                                              linked_at = excluded.linked_at
                                            """)
                                    .bind("issuer", issuer)
                                    .bind("subject", subject)
                                    .bind("username", username)
                                    .bind("at", at)
                                    .execute()
                            == 1;
        });
    }

    @Override
    public boolean unlink(String username) {
        return jdbi.withHandle(handle -> handle.createUpdate("delete from account_identity where username = :username")
                        .bind("username", username)
                        .execute()
                > 0);
    }
}
