package vn.lienthong.gateway.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import vn.lienthong.gateway.access.RegistrationRequests;

/** Requests of systems to add or delete an agency, in PostgreSQL. */
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
        return listed("decided_at is null order by id", limit);
    }

    @Override
    public List<Request> decided(int limit) {
        return listed("decided_at is not null order by decided_at desc, id desc", limit);
    }

    private List<Request> listed(String which, int limit) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select * from registration_request where " + which + " limit :limit")
                        .bind("limit", limit)
                        .map((row, context) -> read(row))
                        .list());
    }

    @Override
    public Optional<Request> find(long id) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from registration_request where id = :id")
                .bind("id", id)
                .map((row, context) -> read(row))
                .findOne());
    }

    /**
     * The row is locked on a connection of its own. Through {@code Jdbi.inTransaction} the making would run inside this
     * transaction, and the directory would show a version before it is committed.
     */
    @Override
    public boolean decide(long id, Function<Request, Decision> making) {
        try (Handle handle = jdbi.open()) {
            return handle.inTransaction(held -> {
                Optional<Decision> decision = held.createQuery(
                                "select * from registration_request where id = :id and decided_at is null for update")
                        .bind("id", id)
                        .map((row, context) -> read(row))
                        .findOne()
                        .map(making);
                decision.ifPresent(made -> keep(held, id, made));
                return decision.isPresent();
            });
        }
    }

    private static void keep(Handle handle, long id, Decision decision) {
        OptionalLong version = decision.directoryVersion();
        handle.createUpdate(
                        """
                        update registration_request
                        set decided_at = :at, decided_by = :actor, decision = :decision, decision_reason = :reason,
                            directory_version = :version
                        where id = :id
                        """)
                .bind("id", id)
                .bind("at", decision.at())
                .bind("actor", decision.actor())
                .bind("decision", decision.approved() ? "APPROVED" : "DECLINED")
                .bind("reason", decision.reason())
                .bind("version", version.isPresent() ? version.getAsLong() : null)
                .execute();
    }

    private static Request read(ResultSet row) throws SQLException {
        return new Request(
                row.getLong("id"),
                Columns.instant(row, "at"),
                row.getString("system_id"),
                row.getString("operation"),
                row.getString("body"),
                decision(row));
    }

    private static Optional<Decision> decision(ResultSet row) throws SQLException {
        if (Columns.optionalInstant(row, "decided_at").isEmpty()) {
            return Optional.empty();
        }
        long version = row.getLong("directory_version");
        OptionalLong approvedAs = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(version);
        return Optional.of(new Decision(
                Columns.instant(row, "decided_at"),
                row.getString("decided_by"),
                row.getString("decision_reason"),
                approvedAs));
    }
}
