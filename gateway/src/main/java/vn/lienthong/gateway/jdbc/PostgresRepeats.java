package vn.lienthong.gateway.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.Repeats;

public final class PostgresRepeats implements Repeats {

    private final Jdbi jdbi;

    public PostgresRepeats(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Known begin(String systemId, String key, Sha256 request, Instant now, Instant forgetBefore) {
        return jdbi.withHandle(handle -> {
            forget(handle, forgetBefore);
            handle.createUpdate(
                            """
                            insert into repeat (system_id, key, request_digest, begun_at)
                            values (:systemId, :key, :request, :now) on conflict do nothing
                            """)
                    .bind("systemId", systemId)
                    .bind("key", key)
                    .bind("request", request.hex())
                    .bind("now", now)
                    .execute();
            return handle.createQuery("select * from repeat where system_id = :systemId and key = :key")
                    .bind("systemId", systemId)
                    .bind("key", key)
                    .map((row, context) -> known(row, request))
                    .findOne()
                    .orElse(new Known.ToDo(now));
        });
    }

    @Override
    public Known beginAlone(
            String systemId, String key, Sha256 request, Instant now, Instant until, Instant forgetBefore) {
        return jdbi.withHandle(handle -> {
            forget(handle, forgetBefore);
            Optional<Instant> mine = hold(handle, systemId, key, request, now, until);
            return mine.isPresent()
                    ? new Known.ToDo(mine.get())
                    : handle.createQuery("select * from repeat where system_id = :systemId and key = :key")
                            .bind("systemId", systemId)
                            .bind("key", key)
                            .map((row, context) -> held(row, request, until))
                            .findOne()
                            .orElse(new Known.UnderWay(until));
        });
    }

    /** In one statement, so that of two that come together one is second. */
    private static Optional<Instant> hold(
            Handle handle, String systemId, String key, Sha256 request, Instant now, Instant until) {
        return handle.createQuery(
                        """
                        insert into repeat (system_id, key, request_digest, begun_at, held_until)
                        values (:systemId, :key, :request, :now, :until)
                        on conflict (system_id, key) do update set held_until = excluded.held_until
                        where repeat.request_digest = excluded.request_digest and repeat.body is null
                          and (repeat.held_until is null or repeat.held_until <= :now)
                        returning begun_at
                        """)
                .bind("systemId", systemId)
                .bind("key", key)
                .bind("request", request.hex())
                .bind("now", now)
                .bind("until", until)
                .map((row, context) -> Columns.instant(row, "begun_at"))
                .findOne();
    }

    private static Known held(ResultSet row, Sha256 request, Instant until) throws SQLException {
        Known known = known(row, request);
        return known instanceof Known.ToDo
                ? new Known.UnderWay(Columns.optionalInstant(row, "held_until").orElse(until))
                : known;
    }

    @Override
    public void letGo(String systemId, String key, Instant until) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        """
                        update repeat set held_until = null
                        where system_id = :systemId and key = :key and held_until = :until and body is null
                        """)
                .bind("systemId", systemId)
                .bind("key", key)
                .bind("until", until)
                .execute());
    }

    private static void forget(Handle handle, Instant before) {
        handle.createUpdate(
                        """
                        delete from repeat where (system_id, key) in (
                          select system_id, key from repeat where begun_at < :before
                          order by begun_at limit 100 for update skip locked)
                        """)
                .bind("before", before)
                .execute();
    }

    private static Known known(ResultSet row, Sha256 request) throws SQLException {
        if (!row.getString("request_digest").equals(request.hex())) {
            return new Known.OfAnother();
        }
        String body = row.getString("body");
        return body == null
                ? new Known.ToDo(Columns.instant(row, "begun_at"))
                : new Known.Answered(
                        new Answer(row.getInt("status"), Optional.ofNullable(row.getString("location")), body));
    }

    @Override
    public void answer(String systemId, String key, Answer answer) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        """
                        update repeat set status = :status, location = :location, body = :body
                        where system_id = :systemId and key = :key and body is null
                        """)
                .bind("systemId", systemId)
                .bind("key", key)
                .bind("status", answer.status())
                .bind("location", answer.location().orElse(null))
                .bind("body", answer.body())
                .execute());
    }
}
