package vn.lienthong.gateway.jdbc;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
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
        return jdbi.withHandle(handle -> handle.createQuery(
                                """
                                select n.own_secret from neighbour n join receiving_system s on s.system_id = n.system_id
                                where n.system_id = :id and s.enabled
                                """)
                        .bind("id", systemId)
                        .mapTo(byte[].class)
                        .findOne())
                .map(box::open);
    }

    @Override
    public void save(Neighbour neighbour, byte[] ownSecret) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        """
                        insert into neighbour (system_id, address, own_system_id, own_secret)
                        values (:id, :address, :own, :secret)
                        on conflict (system_id) do update set address = excluded.address,
                          own_system_id = excluded.own_system_id, own_secret = excluded.own_secret,
                          next_at = now()
                        """)
                .bind("id", neighbour.systemId())
                .bind("address", neighbour.address().toString())
                .bind("own", neighbour.ownSystemId())
                .bind("secret", box.seal(ownSecret))
                .execute());
    }

    private static Neighbour neighbour(ResultSet row) throws SQLException {
        return new Neighbour(
                row.getString("system_id"), URI.create(row.getString("address")), row.getString("own_system_id"));
    }
}
