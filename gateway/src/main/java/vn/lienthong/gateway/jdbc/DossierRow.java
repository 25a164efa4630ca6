package vn.lienthong.gateway.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.Channel;
import vn.lienthong.gateway.dossier.DocumentFacts;
import vn.lienthong.gateway.dossier.DocumentKey;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.DossierState;
import vn.lienthong.gateway.dossier.Hold;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.packet.BusinessAction;
import vn.lienthong.gateway.packet.DocumentId;

/** A row of the dossier table as the record of the domain. */
final class DossierRow {

    private DossierRow() {}

    static Dossier read(ResultSet row) throws SQLException {
        return new Dossier(
                new DossierId(Columns.uuid(row, "id")),
                key(row),
                new DossierId(Columns.uuid(row, "lineage")),
                new AgencyCode(row.getString("sender_code")),
                row.getString("sender_name"),
                row.getString("sender_doc_id"),
                row.getString("system_id"),
                Channel.valueOf(row.getString("channel")),
                new Sha256(row.getString("content_digest")),
                new StoredBytes(new Sha256(row.getString("bytes_digest")), row.getLong("bytes_length")),
                DossierState.valueOf(row.getString("state")),
                Columns.marks(row, "marks"),
                Optional.ofNullable(row.getString("hold")).map(Hold::valueOf),
                row.getString("hold_reason"),
                facts(row),
                row.getLong("directory_version"),
                row.getString("findings"),
                row.getString("verification"),
                Columns.instant(row, "received_at"),
                List.of());
    }

    private static DocumentKey key(ResultSet row) throws SQLException {
        return new DocumentKey(
                new AgencyId(Columns.uuid(row, "sender_agency")),
                new DocumentId(row.getString("document_id")),
                BusinessAction.valueOf(row.getString("action")),
                row.getString("target"),
                row.getString("version"));
    }

    private static DocumentFacts facts(ResultSet row) throws SQLException {
        return new DocumentFacts(
                row.getString("number"),
                row.getString("notation"),
                row.getString("type_name"),
                row.getString("subject"),
                Columns.optionalDate(row, "promulgated"),
                row.getString("signer"),
                row.getInt("urgency"));
    }
}
