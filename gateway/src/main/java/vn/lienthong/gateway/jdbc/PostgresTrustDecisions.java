package vn.lienthong.gateway.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import vn.lienthong.gateway.access.ProposedAct;
import vn.lienthong.gateway.access.TrustDecisions;

/** Decisions about trust in PostgreSQL. */
public final class PostgresTrustDecisions implements TrustDecisions {

    private final Jdbi jdbi;

    public PostgresTrustDecisions(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public void add(Decided decided, Runnable besides) {
        jdbi.useTransaction(handle -> {
            // Numbers become visible in their order: a node that has seen one never misses one below it.
            handle.execute("lock table trust_decision in share row exclusive mode");
            handle.createUpdate(
                            """
                            insert into trust_decision (kind, content, at, actors, reason)
                            values (:kind, :content, :at, :actors, :reason)
                            """)
                    .bind("kind", decided.act().kind())
                    .bind("content", decided.act().content())
                    .bind("at", decided.at())
                    .bind("actors", decided.actors())
                    .bind("reason", decided.reason())
                    .execute();
            besides.run();
        });
    }

    @Override
    public Optional<Decided> find(long id) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from trust_decision where id = :id")
                .bind("id", id)
                .map((row, context) -> decided(row))
                .findOne());
    }

    @Override
    public List<Decided> after(long id, int limit) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select * from trust_decision where id > :id order by id limit :limit")
                        .bind("id", id)
                        .bind("limit", limit)
                        .map((row, context) -> decided(row))
                        .list());
    }

    private static Decided decided(ResultSet row) throws SQLException {
        ProposedAct.Kind kind = ProposedAct.Kind.valueOf(row.getString("kind"));
        return new Decided(
                row.getLong("id"),
                ProposedAct.read(kind, row.getString("content")),
                Columns.instant(row, "at"),
                row.getString("actors"),
                row.getString("reason"));
    }
}
