package vn.lienthong.gateway.jdbc;

import java.util.List;
import org.jdbi.v3.core.Jdbi;
import vn.lienthong.gateway.access.RegistrationRequests;

public final class PostgresRegistrationRequests implements RegistrationRequests {

    private final Jdbi jdbi;

    public PostgresRegistrationRequests(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public void add(Request request) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        """
                        insert into registration_request (at, system_id, operation, body)
                        values (:at, :systemId, :operation, :body)
                        """)
                .bind("at", request.at())
                .bind("systemId", request.systemId())
                .bind("operation", request.operation())
                .bind("body", request.body())
                .execute());
    }

    @Override
    public List<Request> open(int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select * from registration_request where decided_at is null order by id limit :limit")
                .bind("limit", limit)
                .map((row, context) -> new Request(
                        row.getLong("id"),
                        Columns.instant(row, "at"),
                        row.getString("system_id"),
                        row.getString("operation"),
                        row.getString("body")))
                .list());
    }
}
