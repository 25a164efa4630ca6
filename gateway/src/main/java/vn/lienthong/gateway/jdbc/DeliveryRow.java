package vn.lienthong.gateway.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.DeliveryId;
import vn.lienthong.gateway.dossier.DeliveryState;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.MessageKind;
import vn.lienthong.gateway.dossier.StoredBytes;

/** A row of the delivery table as the record of the domain. */
final class DeliveryRow {

    private DeliveryRow() {}

    static Delivery read(ResultSet row) throws SQLException {
        return new Delivery(
                new DeliveryId(Columns.uuid(row, "id")),
                new DossierId(Columns.uuid(row, "dossier_id")),
                MessageKind.valueOf(row.getString("kind")),
                row.getString("doc_id"),
                new AgencyCode(row.getString("from_code")),
                new AgencyCode(row.getString("code")),
                Columns.optionalUuid(row, "agency").map(AgencyId::new),
                Optional.ofNullable(row.getString("system_id")),
                row.getBoolean("push"),
                DeliveryState.valueOf(row.getString("state")),
                row.getInt("dispatch"),
                row.getInt("attempts"),
                row.getInt("failures"),
                row.getInt("urgency"),
                new StoredBytes(new Sha256(row.getString("bytes_digest")), row.getLong("bytes_length")),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "updated_at"),
                Columns.optionalInstant(row, "due_at"),
                Columns.optionalInstant(row, "lease_until"),
                Columns.optionalInstant(row, "handed_over_at"),
                row.getBoolean("taken"),
                row.getString("reason"));
    }
}
