package vn.lienthong.gateway.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import vn.lienthong.gateway.delivery.NeighbourRounds;
import vn.lienthong.gateway.dossier.MessageKind;

/** Rounds in PostgreSQL: whichever node asks first has the next one. */
public final class PostgresNeighbourRounds implements NeighbourRounds {

    private final Jdbi jdbi;

    public PostgresNeighbourRounds(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public List<Progress> all() {
        return jdbi.withHandle(handle -> handle.createQuery("select * from neighbour order by system_id")
                .map((row, context) -> progress(row))
                .list());
    }

    @Override
    public Optional<Progress> find(String systemId) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from neighbour where system_id = :id")
                .bind("id", systemId)
                .map((row, context) -> progress(row))
                .findOne());
    }

    @Override
    public boolean begin(String systemId, Instant now, Instant until) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                                """
                                update neighbour set next_at = :until
                                where system_id = :id and next_at <= :now
                                  and exists (select 1 from receiving_system s where s.system_id = :id and s.enabled)
                                """)
                        .bind("id", systemId)
                        .bind("now", now)
                        .bind("until", until)
                        .execute())
                == 1;
    }

    @Override
    public void keep(String systemId, Instant until) {
        jdbi.useHandle(handle -> handle.createUpdate("update neighbour set next_at = :until where system_id = :id")
                .bind("id", systemId)
                .bind("until", until)
                .execute());
    }

    @Override
    public void reached(String systemId, Waiting waiting, int taken, Instant now, Instant next) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        """
                        update neighbour set reached_at = :now, waiting_documents = :documents,
                          waiting_statuses = :statuses, taken = taken + :taken, failures = 0, next_at = :next
                        where system_id = :id
                        """)
                .bind("id", systemId)
                .bind("documents", waiting.documents())
                .bind("statuses", waiting.statuses())
                .bind("taken", taken)
                .bind("now", now)
                .bind("next", next)
                .execute());
    }

    @Override
    public int failed(String systemId, String error, Instant now, Instant next) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        update neighbour set failures = failures + 1, failed_at = :now, error = :error, next_at = :next
                        where system_id = :id returning failures
                        """)
                .bind("id", systemId)
                .bind("error", error)
                .bind("now", now)
                .bind("next", next)
                .mapTo(Integer.class)
                .one());
    }

    @Override
    public List<Stuck> stuck(String systemId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select * from neighbour_item where system_id = :id order by failed_at, doc_id")
                .bind("id", systemId)
                .map((row, context) -> stuck(row))
                .list());
    }

    @Override
    public Optional<Stuck> stuck(String systemId, String docId) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select * from neighbour_item where system_id = :id and doc_id = :docId")
                        .bind("id", systemId)
                        .bind("docId", docId)
                        .map((row, context) -> stuck(row))
                        .findOne());
    }

    @Override
    public int stumbled(String systemId, Item item, String error, Instant now, Instant nextTry) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        insert into neighbour_item as known (system_id, doc_id, kind, failures, failed_at, next_try_at, error)
                        values (:id, :docId, :kind, 1, :now, :nextTry, :error)
                        on conflict (system_id, doc_id) do update set failures = known.failures + 1,
                          kind = excluded.kind, failed_at = excluded.failed_at, next_try_at = excluded.next_try_at,
                          error = excluded.error
                        returning failures
                        """)
                .bind("id", systemId)
                .bind("docId", item.docId())
                .bind("kind", item.kind())
                .bind("now", now)
                .bind("nextTry", nextTry)
                .bind("error", error)
                .mapTo(Integer.class)
                .one());
    }

    @Override
    public void passed(String systemId, String docId) {
        jdbi.useHandle(
                handle -> handle.createUpdate("delete from neighbour_item where system_id = :id and doc_id = :docId")
                        .bind("id", systemId)
                        .bind("docId", docId)
                        .execute());
    }

    @Override
    public void forgetAllBut(String systemId, MessageKind kind, Set<String> docIds) {
        List<String> gone = stuck(systemId).stream()
                .map(Stuck::item)
                .filter(item -> item.kind() == kind && !docIds.contains(item.docId()))
                .map(Item::docId)
                .toList();
        gone.forEach(docId -> passed(systemId, docId));
    }

    private static Progress progress(ResultSet row) throws SQLException {
        return new Progress(
                row.getString("system_id"),
                Columns.optionalInstant(row, "reached_at"),
                new Waiting(row.getInt("waiting_documents"), row.getInt("waiting_statuses")),
                row.getLong("taken"),
                row.getInt("failures"),
                Columns.optionalInstant(row, "failed_at"),
                row.getString("error"),
                Columns.instant(row, "next_at"));
    }

    private static Stuck stuck(ResultSet row) throws SQLException {
        return new Stuck(
                new Item(MessageKind.valueOf(row.getString("kind")), row.getString("doc_id")),
                row.getInt("failures"),
                Columns.instant(row, "failed_at"),
                Columns.instant(row, "next_try_at"),
                row.getString("error"));
    }
}
