package vn.lienthong.gateway.jdbc;

import java.time.Instant;
import java.util.List;
import java.util.Set;
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
        return MandateRow.all(
                jdbi,
                """
                select agency, held_right, from_at, to_at, 1 as kind, id from account_mandate where username = :holder
                union all
                select agency, 'SEAL', from_at, to_at, 2, id from account_seal_mandate where username = :holder
                union all
                select agency, 'SIGN', from_at, to_at, 3, id from account_sign_mandate where username = :holder
                order by kind, id
                """,
                username);
    }

    @Override
    public boolean grant(String username, Mandate mandate) {
        if (mandate.right().isOwnAlone()) {
            return grantAlone(username, mandate);
        }
        return MandateRow.write(
                jdbi,
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
        if (ended.right().isOwnAlone()) {
            return endAlone(username, ended);
        }
        return MandateRow.write(
                jdbi,
                """
                update account_mandate set to_at = :to
                where username = :holder and agency = :agency and held_right = :right and from_at = :from
                  and (to_at is null or to_at > :to)
                """,
                username,
                ended);
    }

    private boolean grantAlone(String username, Mandate mandate) {
        return MandateRow.write(
                jdbi,
                """
                insert into %s (username, agency, from_at, to_at)
                values (:holder, :agency, :from, :to)
                on conflict (username, agency, from_at) do nothing
                """
                        .formatted(table(mandate.right())),
                username,
                mandate);
    }

    /** Tables of their own: programs of before know no such rights, and would fall over their rows among the others. */
    private static String table(Right right) {
        return right == Right.SEAL ? "account_seal_mandate" : "account_sign_mandate";
    }

    private boolean endAlone(String username, Mandate ended) {
        return MandateRow.write(
                jdbi,
                """
                update %s set to_at = :to
                where username = :holder and agency = :agency and from_at = :from and (to_at is null or to_at > :to)
                """
                        .formatted(table(ended.right())),
                username,
                ended);
    }

    @Override
    public Set<String> holders(Right right, AgencyId agency, Instant at) {
        String own = right.isOwnAlone() ? table(right) : "account_mandate";
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select distinct m.username from %s m join account a on a.username = m.username
                        where m.agency = :agency and m.from_at <= :at and (m.to_at is null or m.to_at > :at) and a.enabled
                        """
                                        .formatted(own)
                                + (right.isOwnAlone() ? "" : " and m.held_right = :right"))
                .bind("agency", agency.value())
                .bind("at", at)
                .bind("right", right)
                .mapTo(String.class)
                .set());
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
}
