package vn.lienthong.gateway.jdbc;

import java.time.Instant;
import java.util.List;
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
    public int close(String kind, String textStart, Instant at) {
        return handle.createUpdate(
                        """
                        update alert set closed_at = :at, closed_by = 'gateway'
                        where kind = :kind and starts_with(text, :start) and closed_at is null
                        """)
                .bind("at", at)
                .bind("kind", kind)
                .bind("start", textStart)
                .execute();
    }

    @Override
    public List<Alert> open(int limit) {
        return handle.createQuery("select * from alert where closed_at is null order by id desc limit :limit")
                .bind("limit", limit)
                .map((row, context) -> new Alert(
                        Columns.instant(row, "at"),
                        row.getString("kind"),
                        Columns.optionalUuid(row, "dossier_id").map(DossierId::new),
                        Columns.optionalUuid(row, "delivery_id").map(DeliveryId::new),
                        row.getString("text")))
                .list();
    }
}
