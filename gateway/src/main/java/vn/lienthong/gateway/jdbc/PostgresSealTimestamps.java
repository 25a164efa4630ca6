package vn.lienthong.gateway.jdbc;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import vn.lienthong.gateway.evidence.SealTimestamps;
import vn.lienthong.gateway.evidence.Timestamp;

public final class PostgresSealTimestamps implements SealTimestamps {

    private final Jdbi jdbi;

    public PostgresSealTimestamps(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public List<Waiting> takeDue(Instant now, Instant until, int limit) {
        return jdbi
                .inTransaction(handle -> handle.createQuery(
                                """
                                update seal set timestamp_due = :until where id in (
                                  select id from seal where timestamp_due <= :now
                                  order by id limit :limit for update skip locked)
                                returning *
                                """)
                        .bind("now", now)
                        .bind("until", until)
                        .bind("limit", limit)
                        .map((row, context) ->
                                new Waiting(row.getLong("id"), SealRow.read(row), row.getInt("timestamp_failures")))
                        .list())
                .stream()
                .sorted(Comparator.comparing(Waiting::id))
                .toList();
    }

    @Override
    public void keep(long id, Timestamp timestamp, Instant keptAt) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        """
                        with kept as (
                          insert into seal_timestamp (seal_id, stamped_at, token, authority, kept_at)
                          values (:id, :at, :token, :authority, :keptAt) on conflict do nothing)
                        update seal set timestamp_due = null, timestamp_fault = '' where id = :id
                        """)
                .bind("id", id)
                .bind("at", timestamp.at())
                .bind("token", timestamp.token())
                .bind("authority", timestamp.authority())
                .bind("keptAt", keptAt)
                .execute());
    }

    @Override
    public void postpone(long id, Instant due, String fault) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        """
                        update seal set timestamp_due = :due, timestamp_fault = :fault,
                          timestamp_failures = timestamp_failures + 1
                        where id = :id and timestamp_due is not null
                        """)
                .bind("id", id)
                .bind("due", due)
                .bind("fault", fault)
                .execute());
    }

    @Override
    public Backlog backlog() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select count(*), min(sealed_at) as oldest, coalesce(bool_or(timestamp_reported), false) as told,
                          coalesce((array_agg(timestamp_fault order by id))[1], '') as fault
                        from seal where timestamp_due is not null
                        """)
                .map((row, context) -> new Backlog(
                        row.getLong(1),
                        row.getTimestamp("oldest") == null
                                ? Optional.<Instant>empty()
                                : Optional.of(Columns.instant(row, "oldest")),
                        row.getString("fault"),
                        row.getBoolean("told")))
                .one());
    }

    @Override
    public void report() {
        jdbi.useHandle(
                handle -> handle.execute("update seal set timestamp_reported = true where timestamp_due is not null"));
    }
}
