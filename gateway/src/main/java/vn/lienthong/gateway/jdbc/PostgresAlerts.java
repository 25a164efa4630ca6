package vn.lienthong.gateway.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import vn.lienthong.gateway.dossier.Alerts;
import vn.lienthong.gateway.dossier.DeliveryId;
import vn.lienthong.gateway.dossier.DossierId;

final class PostgresAlerts implements Alerts {

    private final Handle handle;

    PostgresAlerts(Handle handle) {
        this.handle = handle;
    }

    @Override
    public void raise(Alert alert) {
        handle.createUpdate(
                        "insert into alert (at, kind, dossier_id, delivery_id, text) values (:at, :kind, cast(:dossier as uuid), cast(:delivery as uuid), :text)")
                .bind("at", alert.at())
                .bind("kind", alert.kind())
                .bind("dossier", alert.dossier().map(DossierId::value).orElse(null))
                .bind("delivery", alert.delivery().map(DeliveryId::value).orElse(null))
                .bind("text", alert.text())
                .execute();
    }

    @Override
    public void raiseOnce(Alert alert, String textStart) {
        boolean open = handle.createQuery(
                        "select 1 from alert where kind = :kind and starts_with(text, :start) and closed_at is null limit 1")
                .bind("kind", alert.kind())
                .bind("start", textStart)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
        if (!open) {
            raise(alert);
        }
    }

    @Override
    public int closeAll(String kind, String textStart, Closing closing) {
        return handle.createUpdate(
                        """
                        update alert set closed_at = :at, closed_by = :actor, closed_because = :reason
                        where kind = :kind and starts_with(text, :start) and closed_at is null
                        """)
                .bind("at", closing.at())
                .bind("actor", closing.actor())
                .bind("reason", closing.reason())
                .bind("kind", kind)
                .bind("start", textStart)
                .execute();
    }

    @Override
    public List<Alert> closeAbout(DeliveryId delivery, Set<String> kinds, Closing closing) {
        return handle.createQuery(
                        """
                        update alert set closed_at = :at, closed_by = :actor, closed_because = :reason
                        where delivery_id = :delivery and kind = any(:kinds) and closed_at is null returning *
                        """)
                .bind("at", closing.at())
                .bind("actor", closing.actor())
                .bind("reason", closing.reason())
                .bind("delivery", delivery.value())
                .bindArray("kinds", String.class, kinds.toArray())
                .map((row, context) -> read(row).alert())
                .list();
    }

    @Override
    public List<Alert> open(int limit) {
        return raised(false, limit).stream().map(Raised::alert).toList();
    }

    @Override
    public List<Alert> open(String kind, String textStart) {
        return handle.createQuery(
                        """
                        select * from alert where kind = :kind and starts_with(text, :start) and closed_at is null
                        order by id desc
                        """)
                .bind("kind", kind)
                .bind("start", textStart)
                .map((row, context) -> read(row).alert())
                .list();
    }

    @Override
    public List<Raised> raised(boolean closed, int limit) {
        String which = closed ? "is not null order by closed_at desc, id desc" : "is null order by id desc";
        return handle.createQuery("select * from alert where closed_at " + which + " limit :limit")
                .bind("limit", limit)
                .map((row, context) -> read(row))
                .list();
    }

    @Override
    public Optional<Raised> find(long id) {
        return handle.createQuery("select * from alert where id = :id")
                .bind("id", id)
                .map((row, context) -> read(row))
                .findOne();
    }

    @Override
    public Optional<Alert> close(long id, Closing closing) {
        return handle.createQuery(
                        """
                        update alert set closed_at = :at, closed_by = :actor, closed_because = :reason
                        where id = :id and closed_at is null returning *
                        """)
                .bind("id", id)
                .bind("at", closing.at())
                .bind("actor", closing.actor())
                .bind("reason", closing.reason())
                .map((row, context) -> read(row).alert())
                .findOne();
    }

    private static Raised read(ResultSet row) throws SQLException {
        String actor = row.getString("closed_by");
        String reason = row.getString("closed_because");
        return new Raised(
                row.getLong("id"),
                new Alert(
                        Columns.instant(row, "at"),
                        row.getString("kind"),
                        Columns.optionalUuid(row, "dossier_id").map(DossierId::new),
                        Columns.optionalUuid(row, "delivery_id").map(DeliveryId::new),
                        row.getString("text")),
                Columns.optionalInstant(row, "closed_at")
                        .map(at -> new Closing(at, actor == null ? "" : actor, reason == null ? "" : reason)));
    }
}
