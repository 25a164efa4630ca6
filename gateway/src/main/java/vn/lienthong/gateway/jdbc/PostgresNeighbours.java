package vn.lienthong.gateway.jdbc;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import vn.lienthong.gateway.access.Dialect;
import vn.lienthong.gateway.access.Neighbour;
import vn.lienthong.gateway.access.Neighbours;
import vn.lienthong.gateway.access.SecretBox;

/** Neighbours in PostgreSQL; our secrets there pass through the {@link SecretBox} on the way in and out. */
public final class PostgresNeighbours implements Neighbours {

    private final Jdbi jdbi;
    private final SecretBox box;

    public PostgresNeighbours(Jdbi jdbi, SecretBox box) {
        this.jdbi = jdbi;
        this.box = box;
    }

    @Override
    public Optional<Neighbour> find(String systemId) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from neighbour where system_id = :id")
                .bind("id", systemId)
                .map((row, context) -> neighbour(row))
                .findOne());
    }

    @Override
    public List<Neighbour> all() {
        return jdbi.withHandle(handle -> handle.createQuery("select * from neighbour order by system_id")
                .map((row, context) -> neighbour(row))
                .list());
    }

    @Override
    public Optional<byte[]> ownSecret(String systemId) {
        return secret("n.own_secret", systemId);
    }

    @Override
    public Optional<byte[]> loginPassword(String systemId) {
        return secret("coalesce(n.login_password, n.own_secret)", systemId);
    }

    private Optional<byte[]> secret(String expression, String systemId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                                "select " + expression
                                        + """
                                 from neighbour n join receiving_system s on s.system_id = n.system_id
                                where n.system_id = :id and s.enabled
                                """)
                        .bind("id", systemId)
                        .mapTo(byte[].class)
                        .findOne())
                .map(box::open);
    }

    @Override
    public void save(Neighbour neighbour, byte[] ownSecret, Optional<byte[]> loginPassword) {
        Login login = login(neighbour.dialect());
        jdbi.useHandle(handle -> handle.createUpdate(
                        """
                        insert into neighbour (system_id, address, own_system_id, own_secret, dialect, login_name,
                          login_password, application_code)
                        values (:id, :address, :own, :secret, :dialect, :username, :password, :application)
                        on conflict (system_id) do update set address = excluded.address,
                          own_system_id = excluded.own_system_id, own_secret = excluded.own_secret,
                          dialect = excluded.dialect, login_name = excluded.login_name,
                          login_password = coalesce(excluded.login_password, neighbour.login_password),
                          application_code = excluded.application_code, next_at = now()
                        """)
                .bind("id", neighbour.systemId())
                .bind("address", neighbour.address().toString())
                .bind("own", neighbour.ownSystemId())
                .bind("secret", box.seal(ownSecret))
                .bind("dialect", login.dialect())
                .bind("username", login.username())
                .bind("password", loginPassword.map(box::seal).orElse(null))
                .bind("application", login.applicationCode())
                .execute());
    }

    /** A dialect as its columns have it. */
    private record Login(String dialect, @Nullable String username, String applicationCode) {}

    private static Login login(Dialect dialect) {
        return switch (dialect) {
            case Dialect.Axis axis -> new Login("AXIS", null, "");
            case Dialect.Provincial provincial ->
                new Login("PROVINCIAL", provincial.username(), provincial.applicationCode());
        };
    }

    private static Neighbour neighbour(ResultSet row) throws SQLException {
        return new Neighbour(
                row.getString("system_id"),
                URI.create(row.getString("address")),
                row.getString("own_system_id"),
                dialect(row));
    }

    private static Dialect dialect(ResultSet row) throws SQLException {
        return switch (row.getString("dialect")) {
            case "AXIS" -> new Dialect.Axis();
            case "PROVINCIAL" -> new Dialect.Provincial(row.getString("login_name"), row.getString("application_code"));
            case String other -> throw new IllegalStateException("dialect: " + other + " (expected: one we know)");
        };
    }
}
