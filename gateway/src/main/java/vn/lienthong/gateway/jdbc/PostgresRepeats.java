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
