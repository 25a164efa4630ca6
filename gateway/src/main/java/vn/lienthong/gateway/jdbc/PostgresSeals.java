package vn.lienthong.gateway.jdbc;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.evidence.Entry;
import vn.lienthong.gateway.evidence.Seal;
import vn.lienthong.gateway.evidence.Seals;

public final class PostgresSeals implements Seals {

    /** Any number that nothing else in this database locks on. */
    private static final long LOCK = 0x11e7_7401L;

    private final Jdbi jdbi;

    public PostgresSeals(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public int sealNext(int limit, boolean awaitsTimestamp, Function<Unsealed, Seal> sealing) {
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
            Optional<Seal> last = handle.createQuery("select * from seal order by id desc limit 1")
                    .map((row, context) -> SealRow.read(row))
                    .findOne();
            Seal seal =
                    sealing.apply(new Unsealed(entries.stream().map(Entry::hash).toList(), last));
            mark(handle, entries, insert(handle, seal, awaitsTimestamp));
            return entries.size();
        });
    }

    private static long insert(Handle handle, Seal seal, boolean awaitsTimestamp) {
        return handle.createQuery(
                        """
                        insert into seal (format, sealed_at, entries, root, previous, signature, timestamp_due)
                        values (:format, :at, :entries, :root, :previous, :signature, cast(:due as timestamptz))
                        returning id
                        """)
                .bind("format", seal.format())
                .bind("at", seal.at())
                .bind("due", awaitsTimestamp ? seal.at() : null)
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
    public Optional<Sealed> sealOver(DossierId dossier, int sequence) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select seal.*, token from entry join seal on seal.id = seal_id
                        left join seal_timestamp on seal_timestamp.seal_id = seal.id
                        where dossier_id = :dossier and sequence = :sequence
                        """)
                .bind("dossier", dossier.value())
                .bind("sequence", sequence)
                .map((row, context) -> {
                    List<SealRow.Leaf> leaves = SealRow.leaves(handle, row.getLong("id"));
                    return new Sealed(
                            SealRow.read(row),
                            Optional.ofNullable(row.getBytes("token")),
                            leaves.stream().map(SealRow.Leaf::hash).toList(),
                            place(leaves, dossier, sequence));
                })
                .findOne());
    }

    @Override
    public List<Covering> covering(DossierId dossier, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select min(sequence) as first, max(sequence) as last, sealed_at, stamped_at, authority,
                          timestamp_due is not null as awaits
                        from entry join seal on seal.id = seal_id
                        left join seal_timestamp on seal_timestamp.seal_id = seal.id
                        where dossier_id = :dossier
                        group by seal.id, sealed_at, stamped_at, authority, timestamp_due
                        order by seal.id desc limit :limit
                        """)
                .bind("dossier", dossier.value())
                .bind("limit", limit)
                .map((row, context) -> {
                    String authority = row.getString("authority");
                    return new Covering(
                            row.getInt("first"),
                            row.getInt("last"),
                            Columns.instant(row, "sealed_at"),
                            Columns.optionalInstant(row, "stamped_at")
                                    .map(at -> new Stamp(at, authority == null ? "" : authority)),
                            row.getBoolean("awaits"));
                })
                .list());
    }

    private static int place(List<SealRow.Leaf> leaves, DossierId dossier, int sequence) {
        for (int place = 0; place < leaves.size(); place++) {
            SealRow.Leaf leaf = leaves.get(place);
            if (leaf.sequence() == sequence && leaf.dossier().equals(dossier.value())) {
                return place;
            }
        }
        throw new IllegalStateException("entry " + sequence + " of " + dossier + ": not among those of its seal");
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
