package vn.lienthong.gateway.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import vn.lienthong.gateway.access.AccountMandates;
import vn.lienthong.gateway.access.Mandate;
import vn.lienthong.gateway.access.Right;
import vn.lienthong.gateway.agency.AgencyId;

/** Mandates of people in PostgreSQL. */
public final class PostgresAccountMandates implements AccountMandates {

    private final Jdbi jdbi;

    public PostgresAccountMandates(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public List<Mandate> of(String username) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select agency, held_right, from_at, to_at, 1 as kind, id from account_mandate where username = :username
                        union all
                        select agency, 'SEAL', from_at, to_at, 2, id from account_seal_mandate where username = :username
                        order by kind, id
                        """)
                .bind("username", username)
                .map((row, context) -> mandate(row))
                .list());
    }

    @Override
    public boolean grant(String username, Mandate mandate) {
        if (mandate.right() == Right.SEAL) {
            return grantSeal(username, mandate);
        }
        return write(
                """
                insert into account_mandate (username, agency, held_right, from_at, to_at)
                values (:holder, :agency, :right, :from, :to)
                on conflict (username, agency, held_right, from_at) do nothing
                """,
                username,
                mandate);
    }

    @Override
    public boolean end(String username, Mandate ended) {
        if (ended.right() == Right.SEAL) {
            return endSeal(username, ended);
        }
        return write(
                """
                update account_mandate set to_at = :to
                where username = :holder and agency = :agency and held_right = :right and from_at = :from
                  and (to_at is null or to_at > :to)
                """,
                username,
                ended);
    }

    private boolean write(String sql, String holder, Mandate mandate) {
        return jdbi.withHandle(handle -> handle.createUpdate(sql)
                        .bind("holder", holder)
                        .bind("agency", mandate.agency().value())
                        .bind("right", mandate.right())
                        .bind("from", mandate.from())
                        .bind("to", mandate.to().orElse(null))
                        .execute()
                == 1);
    }

    private boolean grantSeal(String username, Mandate mandate) {
        return write(
                """
                insert into account_seal_mandate (username, agency, from_at, to_at)
                values (:holder, :agency, :from, :to)
                on conflict (username, agency, from_at) do nothing
                """,
                username,
                mandate);
    }

    private boolean endSeal(String username, Mandate ended) {
        return write(
                """
                update account_seal_mandate set to_at = :to
                where username = :holder and agency = :agency and from_at = :from and (to_at is null or to_at > :to)
                """,
                username,
                ended);
    }

    @Override
    public boolean isServed(AgencyId agency, Instant at) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select exists (select from account_mandate m join account a on a.username = m.username
                          where m.agency = :agency and m.held_right = 'COLLECT' and m.from_at <= :at
                            and (m.to_at is null or m.to_at > :at) and a.enabled and a.role = 'CLERK')
                        """)
                .bind("agency", agency.value())
                .bind("at", at)
                .mapTo(Boolean.class)
                .one());
    }

    @Override
    public boolean isClaimed(AgencyId agency, Instant at) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select exists (select from account_mandate m join account a on a.username = m.username
                          where m.agency = :agency and m.held_right = 'COLLECT' and m.from_at <= :at
                            and (m.to_at is null or m.to_at > :at) and a.role = 'CLERK')
                        """)
                .bind("agency", agency.value())
                .bind("at", at)
                .mapTo(Boolean.class)
                .one());
    }

    private static Mandate mandate(ResultSet row) throws SQLException {
        return new Mandate(
                new AgencyId(Columns.uuid(row, "agency")),
                Right.valueOf(row.getString("held_right")),
                Columns.instant(row, "from_at"),
                Columns.optionalInstant(row, "to_at"));
    }
}
