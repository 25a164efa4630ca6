package vn.lienthong.gateway.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
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

    /** Within whatever transaction is under way. */
    static void insert(Handle handle, AccessEvent event) {
        handle.createUpdate(
                        """
                        insert into access_event (at, actor, act, subject, detail)
                        values (:at, :actor, :act, :subject, :detail)
                        """)
                .bind("at", event.at())
                .bind("actor", event.actor())
                .bind("act", event.act())
                .bind("subject", event.subject())
                .bind("detail", event.detail())
                .execute();
    }

    @Override
    public List<AccessEvent> latest(int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from access_event order by id desc limit :limit")
                .bind("limit", limit)
                .map((row, context) -> event(row))
                .list());
    }

    private static AccessEvent event(ResultSet row) throws SQLException {
        return new AccessEvent(
                Columns.instant(row, "at"),
                row.getString("actor"),
                AccessAct.valueOf(row.getString("act")),
                row.getString("subject"),
                row.getString("detail"));
    }
}
