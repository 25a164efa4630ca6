package vn.lienthong.gateway.jdbc;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.signature.path.OcspStore;

/** OCSP answers in PostgreSQL: every process has what any process fetched, and a dossier's evidence stays. */
public final class PostgresOcspStore implements OcspStore {
    private static final int AT_ONCE = 5_000;

    private final Jdbi jdbi;
    private final Clock clock;

    public PostgresOcspStore(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    @Override
    public Map<Long, Sha256> newest(long after, Instant useful) {
        return jdbi.withHandle(handle -> {
            Map<Long, Sha256> newest = new LinkedHashMap<>();
            handle.createQuery(
                            """
                            select number, digest from (
                              select distinct on (about) number, digest, useful from ocsp_answer
                              where number > :after order by about, number desc) newest
                            where useful is null or useful >= :useful order by number limit :most
                            """)
                    .bind("after", after)
                    .bind("useful", useful)
                    .bind("most", AT_ONCE)
                    .map((row, context) -> Map.entry(row.getLong("number"), new Sha256(row.getString("digest"))))
                    .forEach(row -> newest.put(row.getKey(), row.getValue()));
            return newest;
        });
    }

    @Override
    public Optional<Kept> read(Sha256 digest) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select about, answer, address, this_update, useful from ocsp_answer where digest = :digest")
                .bind("digest", digest.hex())
                .map((row, context) -> new Kept(
                        digest,
                        row.getString("about"),
                        row.getBytes("answer"),
                        URI.create(row.getString("address")),
                        Columns.instant(row, "this_update"),
                        Columns.optionalInstant(row, "useful").orElse(null)))
                .findOne());
    }

    @Override
    public void put(Kept answer) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        """
                        insert into ocsp_answer (digest, about, answer, address, this_update, useful, kept_at)
                        values (:digest, :about, :answer, :address, :thisUpdate, :useful, :at)
                        on conflict (digest) do nothing
                        """)
                .bind("digest", answer.digest().hex())
                .bind("about", answer.about())
                .bind("answer", answer.der())
                .bind("address", answer.address().toString())
                .bind("thisUpdate", answer.thisUpdate())
                .bind("useful", answer.useful())
                .bind("at", clock.instant())
                .execute());
    }

    @Override
    public int forget(Instant before) {
        return jdbi.withHandle(handle -> handle.createUpdate("delete from ocsp_answer where this_update < :before")
                .bind("before", before)
                .execute());
    }
}
