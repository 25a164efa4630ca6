package vn.lienthong.gateway.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.evidence.Entries;
import vn.lienthong.gateway.evidence.Entry;
import vn.lienthong.gateway.evidence.EntryChain;
import vn.lienthong.gateway.evidence.EvidenceEvent;

/** The dossier's row holds the end of its chain: locking it puts concurrent appends in order. */
final class PostgresEntries implements Entries {

    private final Handle handle;

    PostgresEntries(Handle handle) {
        this.handle = handle;
    }

    private record Tail(int sequence, Sha256 hash) {}

    @Override
    public Entry begin(DossierId dossier, Instant at, EvidenceEvent event, String actor, String detailJson) {
        return write(EntryChain.append(dossier, 0, Entry.FIRST, at, event, actor, detailJson));
    }

    @Override
    public Entry append(DossierId dossier, Instant at, EvidenceEvent event, String actor, String detailJson) {
        Tail tail = handle.createQuery("select last_sequence, last_hash from dossier where id = :id for update")
                .bind("id", dossier.value())
                .map((row, context) -> new Tail(row.getInt(1), new Sha256(row.getString(2))))
                .one();
        return write(EntryChain.append(dossier, tail.sequence(), tail.hash(), at, event, actor, detailJson));
    }

    private Entry write(Entry entry) {
        handle.createUpdate(
                        """
                        with written as (
                          insert into entry (dossier_id, sequence, at, event, actor, detail, previous, hash)
                          values (:id, :sequence, :at, :event, :actor, :detail, :previous, :hash))
                        update dossier set last_sequence = :sequence, last_hash = :hash where id = :id
                        """)
                .bind("id", entry.dossier().value())
                .bind("sequence", entry.sequence())
                .bind("at", entry.at())
                .bind("event", entry.event().name())
                .bind("actor", entry.actor())
                .bind("detail", entry.detailJson())
                .bind("previous", entry.previous().hex())
                .bind("hash", entry.hash().hex())
                .execute();
        return entry;
    }

    @Override
    public List<Entry> of(DossierId dossier) {
        return handle.createQuery("select * from entry where dossier_id = :id order by sequence")
                .bind("id", dossier.value())
                .map((row, context) -> entry(row))
                .list();
    }

    static Entry entry(ResultSet row) throws SQLException {
        String event = row.getString("event");
        return new Entry(
                new DossierId(Columns.uuid(row, "dossier_id")),
                row.getInt("sequence"),
                Columns.instant(row, "at"),
                EvidenceEvent.named(event),
                row.getString("actor"),
                row.getString("detail"),
                new Sha256(row.getString("previous")),
                new Sha256(row.getString("hash")),
                event);
    }
}
