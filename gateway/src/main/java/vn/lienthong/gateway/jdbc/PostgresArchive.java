package vn.lienthong.gateway.jdbc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.evidence.Archive;
import vn.lienthong.gateway.evidence.Entry;
import vn.lienthong.gateway.evidence.Seals;

/** Reads each page in a snapshot of its own: a dossier's end and its entries belong together. */
public final class PostgresArchive implements Archive {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Jdbi jdbi;

    public PostgresArchive(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Size size() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select (select count(*) from dossier), (select count(*) from seal),
                          (select count(*) from entry where seal_id is null)
                        """)
                .map((row, context) -> new Size(row.getLong(1), row.getLong(2), row.getLong(3)))
                .one());
    }

    private record End(int sequence, Sha256 hash) {}

    @Override
    public List<Chain> chains(Optional<DossierId> behind, int limit) {
        return jdbi.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, handle -> {
            Map<UUID, End> ends = ends(handle, behind.map(DossierId::value).orElse(BEFORE_ALL), limit);
            Map<UUID, List<Entry>> entries = new LinkedHashMap<>();
            ends.keySet().forEach(id -> entries.put(id, new ArrayList<>()));
            handle.createQuery("select * from entry where dossier_id = any(:ids) order by dossier_id, sequence")
                    .bindArray("ids", UUID.class, ends.keySet())
                    .map((row, context) -> PostgresEntries.entry(row))
                    .forEach(entry -> entries.getOrDefault(entry.dossier().value(), new ArrayList<>())
                            .add(entry));
            return ends.entrySet().stream()
                    .map(end -> new Chain(
                            new DossierId(end.getKey()),
                            end.getValue().sequence(),
                            end.getValue().hash(),
                            entries.getOrDefault(end.getKey(), List.of())))
                    .toList();
        });
    }

    private static Map<UUID, End> ends(Handle handle, UUID behind, int limit) {
        Map<UUID, End> ends = new LinkedHashMap<>();
        handle.createQuery(
                        """
                        select id, last_sequence, last_hash from dossier where id > :behind order by id limit :limit
                        """)
                .bind("behind", behind)
                .bind("limit", limit)
                .map((row, context) -> Map.entry(
                        Columns.uuid(row, "id"),
                        new End(row.getInt("last_sequence"), new Sha256(row.getString("last_hash")))))
                .forEach(end -> ends.put(end.getKey(), end.getValue()));
        return ends;
    }

    @Override
    public List<KeptReceipt> receipts(Optional<DossierId> behind, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select receipt.*, hash from receipt
                        left join entry on entry.dossier_id = receipt.dossier_id and sequence = 1
                        where receipt.dossier_id > :behind order by receipt.dossier_id limit :limit
                        """)
                .bind("behind", behind.map(DossierId::value).orElse(BEFORE_ALL))
                .bind("limit", limit)
                .map((row, context) -> new KeptReceipt(
                        new DossierId(Columns.uuid(row, "dossier_id")),
                        new Seals.Receipt(
                                Columns.instant(row, "made_at"), row.getString("content"), row.getBytes("signature")),
                        Optional.ofNullable(row.getString("hash")).map(Sha256::new)))
                .list());
    }

    @Override
    public List<NumberedSeal> seals(long behind, int limit) {
        return jdbi.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, handle -> handle.createQuery(
                        """
                        select seal.*, token from seal left join seal_timestamp on seal_id = id
                        where id > :behind order by id limit :limit
                        """)
                .bind("behind", behind)
                .bind("limit", limit)
                .map((row, context) -> new NumberedSeal(
                        row.getLong("id"),
                        SealRow.read(row),
                        Optional.ofNullable(row.getBytes("token")),
                        SealRow.leaves(handle, row.getLong("id")).stream()
                                .map(SealRow.Leaf::hash)
                                .toList()))
                .list());
    }
}
