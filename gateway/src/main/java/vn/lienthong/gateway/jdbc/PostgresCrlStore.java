package vn.lienthong.gateway.jdbc;

import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.generic.GenericType;
import vn.lienthong.gateway.signature.path.CrlStore;

/** Revocation lists in PostgreSQL: every process has what any process fetched or a person brought. */
public final class PostgresCrlStore implements CrlStore {

    private final Jdbi jdbi;
    private final Clock clock;

    public PostgresCrlStore(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** The version is the transaction that wrote the row: it is another one after every update. */
    @Override
    public Map<String, String> versions() {
        return jdbi.withHandle(handle -> handle.createQuery("select issuer, xmin::text as version from cached_crl")
                .setMapKeyColumn("issuer")
                .setMapValueColumn("version")
                .collectInto(new GenericType<>() {}));
    }

    @Override
    public Optional<Kept> read(String key) {
        return jdbi.withHandle(handle -> handle.createQuery("select crl, address from cached_crl where issuer = :key")
                .bind("key", key)
                .map((row, context) -> new Kept(
                        row.getBytes("crl"),
                        Optional.ofNullable(row.getString("address")).map(URI::create)))
                .findOne());
    }

    @Override
    public void put(String key, Kept list) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        """
                        insert into cached_crl (issuer, crl, address, fetched_at) values (:key, :crl, :address, :at)
                        on conflict (issuer) do update set crl = excluded.crl,
                          address = coalesce(excluded.address, cached_crl.address), fetched_at = excluded.fetched_at
                        """)
                .bind("key", key)
                .bind("crl", list.der())
                .bind("address", list.address().map(URI::toString).orElse(null))
                .bind("at", clock.instant())
                .execute());
    }
}
