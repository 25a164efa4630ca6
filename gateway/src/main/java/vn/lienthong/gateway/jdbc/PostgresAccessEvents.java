package vn.lienthong.gateway.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import vn.lienthong.gateway.access.AccessAct;
import vn.lienthong.gateway.access.AccessEvent;
import vn.lienthong.gateway.access.AccessEvents;

/** The journal of access in PostgreSQL, where a trigger refuses every change of what stands in it. */
public final class PostgresAccessEvents implements AccessEvents {

    private final Jdbi jdbi;

    public PostgresAccessEvents(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public void add(AccessEvent event) {
        jdbi.useHandle(handle -> insert(handle, event));
    }

    @Override
    public <T> T together(Supplier<T> work) {
        // The stores take the handle that is bound to the thread.
        return jdbi.inTransaction(handle -> work.get());
    }

    /** Within whatever transaction is under way. */
    static void insert(Handle handle, AccessEvent event) {
        handle.createUpdate(
                        """
                        insert into access_event (at, actor, act, subject, detail)
                        values (:at, :actor, :act, :subject, :detail)
                        """)
                .bind("at", event.at())
                .bind("actor", event.actor())
                .bind("act", event.name())
                .bind("subject", event.subject())
                .bind("detail", event.detail())
                .execute();
    }

    @Override
    public List<Kept> find(Query query, long before, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select * from access_event
                        where id < :before
                          and (:actor = '' or position(lower(:actor) in lower(actor)) > 0)
                          and (:subject = '' or position(lower(:subject) in lower(subject)) > 0)
                          and (cast(:act as text) is null or act = :act)
                          and (cast(:from as timestamptz) is null or at >= :from)
                          and (cast(:to as timestamptz) is null or at < :to)
                        order by id desc limit :limit
                        """)
                .bind("before", before)
                .bind("actor", query.actor())
                .bind("subject", query.subject())
                .bind("act", query.act().map(AccessAct::name).orElse(null))
                .bind("from", query.from().orElse(null))
                .bind("to", query.to().orElse(null))
                .bind("limit", limit)
                .map((row, context) -> new Kept(row.getLong("id"), event(row)))
                .list());
    }

    private static AccessEvent event(ResultSet row) throws SQLException {
        return new AccessEvent(
                Columns.instant(row, "at"),
                row.getString("actor"),
                row.getString("act"),
                row.getString("subject"),
                row.getString("detail"));
    }
}
