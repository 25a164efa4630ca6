package vn.lienthong.gateway.jdbc;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.evidence.Entry;
import vn.lienthong.gateway.evidence.Seals;

public final class PostgresSeals implements Seals {

    /** Any number that nothing else in this database locks on. */
    private static final long LOCK = 0x11e7_7401L;

    private final Jdbi jdbi;

    public PostgresSeals(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public int sealNext(int limit, Function<Unsealed, Seal> sealing) {
        return jdbi.inTransaction(handle -> {
            handle.execute("select pg_advisory_xact_lock(?)", LOCK);
            List<Entry> entries = handle.createQuery(
                            """
                            select * from entry where seal_id is null order by at, dossier_id, sequence limit :limit
                            """)
                    .bind("limit", limit)
                    .map((row, context) -> PostgresEntries.entry(row))
                    .list();
            if (entries.isEmpty()) {
                return 0;
            }
            Sha256 previous = handle.createQuery("select root from seal order by id desc limit 1")
                    .mapTo(String.class)
                    .findOne()
                    .map(Sha256::new)
                    .orElse(Entry.FIRST);
            Seal seal =
                    sealing.apply(new Unsealed(entries.stream().map(Entry::hash).toList(), previous));
            mark(handle, entries, insert(handle, seal));
            return entries.size();
        });
    }

    private static long insert(Handle handle, Seal seal) {
        return handle.createQuery(
                        """
                        insert into seal (sealed_at, entries, root, previous, signature)
                        values (:at, :entries, :root, :previous, :signature) returning id
                        """)
                .bind("at", seal.at())
                .bind("entries", seal.entries())
                .bind("root", seal.root().hex())
                .bind("previous", seal.previous().hex())
                .bind("signature", seal.signature())
                .mapTo(Long.class)
                .one();
    }

    private static void mark(Handle handle, List<Entry> entries, long seal) {
        PreparedBatch batch = handle.prepareBatch(
                "update entry set seal_id = :seal where dossier_id = :dossier and sequence = :sequence");
        for (Entry entry : entries) {
            batch.bind("seal", seal)
                    .bind("dossier", entry.dossier().value())
                    .bind("sequence", entry.sequence())
                    .add();
        }
        batch.execute();
    }

    @Override
    public Optional<Receipt> receipt(DossierId dossier) {
        return jdbi.withHandle(handle -> receipt(handle, dossier));
    }

    @Override
    public Receipt keep(DossierId dossier, Receipt receipt) {
        return jdbi.inTransaction(handle -> {
            handle.createUpdate(
                            """
                            insert into receipt (dossier_id, made_at, content, signature)
                            values (:dossier, :madeAt, :content, :signature) on conflict do nothing
                            """)
                    .bind("dossier", dossier.value())
                    .bind("madeAt", receipt.madeAt())
                    .bind("content", receipt.content())
                    .bind("signature", receipt.signature())
                    .execute();
            return receipt(handle, dossier).orElseThrow();
        });
    }

    private static Optional<Receipt> receipt(Handle handle, DossierId dossier) {
        return handle.createQuery("select * from receipt where dossier_id = :id")
                .bind("id", dossier.value())
                .map((row, context) -> new Receipt(
                        Columns.instant(row, "made_at"), row.getString("content"), row.getBytes("signature")))
                .findOne();
    }
}
