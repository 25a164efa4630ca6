package vn.lienthong.gateway.jdbc;

import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import vn.lienthong.gateway.signature.path.CrlStore;

/** Revocation lists in PostgreSQL: every node starts with what any node fetched. */
public final class PostgresCrlStore implements CrlStore {

    private final Jdbi jdbi;
    private final Clock clock;

    public PostgresCrlStore(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    @Override
    public List<byte[]> all() {
        return jdbi.withHandle(handle -> handle.createQuery("select crl from cached_crl")
                .mapTo(byte[].class)
                .list());
    }

    @Override
    public void put(String key, byte[] der) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        """
                        insert into cached_crl (issuer, crl, fetched_at) values (:key, :crl, :at)
                        on conflict (issuer) do update set crl = excluded.crl, fetched_at = excluded.fetched_at
                        """)
                .bind("key", key)
                .bind("crl", der)
                .bind("at", clock.instant())
                .execute());
    }
}
