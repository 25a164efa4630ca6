package vn.lienthong.gateway.jdbc;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import vn.lienthong.gateway.dossier.Attempt;
import vn.lienthong.gateway.dossier.DeliveryId;
import vn.lienthong.gateway.dossier.DossierId;

/** The rows of the attempt table. */
final class AttemptRows {

    private AttemptRows() {}

    static void add(Handle handle, Attempt attempt) {
        handle.createUpdate(
                        """
                        insert into attempt (delivery_id, dispatch, started_at, ended_at, node, outcome, detail)
                        values (:delivery, :dispatch, :startedAt, :endedAt, :node, :outcome, :detail)
                        """)
                .bind("delivery", attempt.delivery().value())
                .bind("dispatch", attempt.dispatch())
                .bind("startedAt", attempt.startedAt())
                .bind("endedAt", attempt.endedAt().orElse(null))
                .bind("node", attempt.node())
                .bind("outcome", attempt.outcome())
                .bind("detail", attempt.detail())
                .execute();
    }

    /** An attempt ends once: whoever comes second changes nothing. */
    static void end(Handle handle, DeliveryId delivery, int dispatch, Instant endedAt, String outcome, String detail) {
        handle.createUpdate(
                        """
                        update attempt set ended_at = :endedAt, outcome = :outcome, detail = :detail
                        where delivery_id = :delivery and dispatch = :dispatch and ended_at is null
                        """)
                .bind("delivery", delivery.value())
                .bind("dispatch", dispatch)
                .bind("endedAt", endedAt)
                .bind("outcome", outcome)
                .bind("detail", detail)
                .execute();
    }

    /** Ends it, with those right before it that ended so too: their rows go, their beginning stays. */
    static Instant endWait(Handle handle, DeliveryId delivery, int dispatch, Instant endedAt, String detail) {
        return handle.createQuery(
                        """
                        with before as (
                          delete from attempt
                          where delivery_id = :delivery and dispatch < :dispatch and outcome = :waits
                            and dispatch > coalesce((
                              select max(dispatch) from attempt
                              where delivery_id = :delivery and dispatch < :dispatch and outcome <> :waits), -1)
                          returning started_at)
                        update attempt set ended_at = :endedAt, outcome = :waits, detail = :detail,
                          started_at = least(started_at, (select min(started_at) from before))
                        where delivery_id = :delivery and dispatch = :dispatch and ended_at is null
                        returning started_at
                        """)
                .bind("delivery", delivery.value())
                .bind("dispatch", dispatch)
                .bind("waits", Attempt.WAITS)
                .bind("endedAt", endedAt)
                .bind("detail", detail)
                .map((row, context) -> Columns.instant(row, "started_at"))
                .findOne()
                .orElse(endedAt);
    }

    static List<Attempt> of(Handle handle, DossierId dossier) {
        return handle.createQuery(
                        """
                        select a.* from attempt a join delivery d on d.id = a.delivery_id
                        where d.dossier_id = :id order by a.started_at, a.dispatch
                        """)
                .bind("id", dossier.value())
                .map((row, context) -> new Attempt(
                        new DeliveryId(Columns.uuid(row, "delivery_id")),
                        row.getInt("dispatch"),
                        Columns.instant(row, "started_at"),
                        Columns.optionalInstant(row, "ended_at"),
                        row.getString("node"),
                        row.getString("outcome"),
                        row.getString("detail")))
                .list();
    }
}
