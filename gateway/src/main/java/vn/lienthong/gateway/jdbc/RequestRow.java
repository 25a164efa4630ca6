package vn.lienthong.gateway.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.approval.Decision;
import vn.lienthong.gateway.approval.RequestId;
import vn.lienthong.gateway.approval.RequestState;
import vn.lienthong.gateway.approval.Shown;
import vn.lienthong.gateway.approval.SigningRequest;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.tray.DraftId;

/** A row of {@code signing_request}. */
final class RequestRow {

    private RequestRow() {}

    static SigningRequest read(ResultSet row) throws SQLException {
        return new SigningRequest(
                new RequestId(Columns.uuid(row, "id")),
                new DraftId(Columns.uuid(row, "draft_id")),
                row.getInt("draft_revision"),
                new AgencyId(Columns.uuid(row, "agency")),
                row.getString("officer"),
                new SigningRequest.Ask(
                        row.getString("asked_by"),
                        Columns.instant(row, "asked_at"),
                        row.getString("note"),
                        Columns.optionalInstant(row, "due")),
                new Shown(
                        row.getString("symbol"),
                        row.getString("type_name"),
                        row.getString("subject"),
                        row.getInt("urgency"),
                        row.getString("file_name")),
                new Sha256(row.getString("asked_digest")),
                bytes(row),
                RequestState.valueOf(row.getString("state")),
                decision(row));
    }

    private static Optional<StoredBytes> bytes(ResultSet row) throws SQLException {
        long length = row.getLong("bytes_length");
        return Optional.ofNullable(row.getString("bytes_digest"))
                .map(digest -> new StoredBytes(new Sha256(digest), length));
    }

    private static Optional<Decision> decision(ResultSet row) throws SQLException {
        Optional<Instant> at = Columns.optionalInstant(row, "decided_at");
        return at.isEmpty()
                ? Optional.empty()
                : Optional.of(new Decision(
                        row.getString("decided_by"),
                        at.get(),
                        row.getString("reason"),
                        Optional.ofNullable(row.getString("certificate")).map(Sha256::new)));
    }
}
