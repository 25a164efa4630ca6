package vn.lienthong.gateway.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.evidence.Seal;

/** A row of {@code seal}, and the entries under it. */
final class SealRow {

    private SealRow() {}

    static Seal read(ResultSet row) throws SQLException {
        return new Seal(
                row.getInt("format"),
                Columns.instant(row, "sealed_at"),
                row.getInt("entries"),
                new Sha256(row.getString("root")),
                new Sha256(row.getString("previous")),
                row.getBytes("signature"));
    }

    /** In the order of sealing, which none of these columns ever leaves. */
    static List<Leaf> leaves(Handle handle, long seal) {
        return handle.createQuery(
                        """
                        select dossier_id, sequence, hash from entry where seal_id = :seal
                        order by at, dossier_id, sequence
                        """)
                .bind("seal", seal)
                .map((row, context) -> new Leaf(
                        Columns.uuid(row, "dossier_id"), row.getInt("sequence"), new Sha256(row.getString("hash"))))
                .list();
    }

    record Leaf(java.util.UUID dossier, int sequence, Sha256 hash) {}
}
