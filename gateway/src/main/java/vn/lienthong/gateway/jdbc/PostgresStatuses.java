package vn.lienthong.gateway.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.packet.DocumentId;
import vn.lienthong.gateway.status.Status;
import vn.lienthong.gateway.status.Statuses;

final class PostgresStatuses implements Statuses {

    private final Handle handle;

    PostgresStatuses(Handle handle) {
        this.handle = handle;
    }

    @Override
    public Optional<Status> add(Status status) {
        return handle.createQuery(
                        """
                        insert into status (dossier_id, from_code, from_agency, addressee_code, addressee, document_id, code,
                          description, staff, claimed_at, received_at, bytes_digest, bytes_length, system_id, doc_id, note)
                        values (cast(:dossier as uuid), :fromCode, cast(:from as uuid), :addresseeCode, cast(:addressee as uuid), :documentId, :code,
                          :description, :staff, :claimedAt, :receivedAt, :bytes, :length, :systemId, :docId, :note)
                        on conflict (from_agency, bytes_digest) do nothing returning id
                        """)
                .bind("dossier", status.dossier().map(DossierId::value).orElse(null))
                .bind("fromCode", status.fromCode().text())
                .bind("from", status.from().map(AgencyId::value).orElse(null))
                .bind("addresseeCode", status.addresseeCode().text())
                .bind("addressee", status.addressee().map(AgencyId::value).orElse(null))
                .bind("documentId", status.documentId())
                .bind("code", status.code())
                .bind("description", status.description())
                .bind("staff", status.staff())
                .bind("claimedAt", status.claimedAt().orElse(null))
                .bind("receivedAt", status.receivedAt())
                .bind("bytes", status.bytes().digest().hex())
                .bind("length", status.bytes().length())
                .bind("systemId", status.systemId())
                .bind("docId", status.docId())
                .bind("note", status.note())
                .mapTo(Long.class)
                .findOne()
                .map(status::withId);
    }

    @Override
    public Optional<Status> repeated(AgencyId from, Sha256 bytes) {
        return handle.createQuery("select * from status where from_agency = :from and bytes_digest = :bytes")
                .bind("from", from.value())
                .bind("bytes", bytes.hex())
                .map((row, context) -> status(row))
                .findOne();
    }

    @Override
    public List<Status> of(DossierId dossier) {
        return handle.createQuery("select * from status where dossier_id = :id order by id")
                .bind("id", dossier.value())
                .map((row, context) -> status(row))
                .list();
    }

    @Override
    public List<Status> unmatched(int limit) {
        return handle.createQuery("select * from status where dossier_id is null order by id desc limit :limit")
                .bind("limit", limit)
                .map((row, context) -> status(row))
                .list();
    }

    @Override
    public Optional<Status> find(long id) {
        return handle.createQuery("select * from status where id = :id")
                .bind("id", id)
                .map((row, context) -> status(row))
                .findOne();
    }

    @Override
    public List<Status> waitingFor(DocumentId document) {
        return handle.createQuery(
                        "select * from status where dossier_id is null and document_id = :document order by id")
                .bind("document", document.value())
                .map((row, context) -> status(row))
                .list();
    }

    @Override
    public boolean join(long id, DossierId dossier) {
        return handle.createUpdate("update status set dossier_id = :dossier, note = '' where id = :id and dossier_id is"
                                + " null")
                        .bind("dossier", dossier.value())
                        .bind("id", id)
                        .execute()
                == 1;
    }

    @Override
    public void explain(long id, String note) {
        handle.createUpdate("update status set note = :note where id = :id and dossier_id is null")
                .bind("note", note)
                .bind("id", id)
                .execute();
    }

    private static Status status(ResultSet row) throws SQLException {
        return new Status(
                row.getLong("id"),
                Columns.optionalUuid(row, "dossier_id").map(DossierId::new),
                new AgencyCode(row.getString("from_code")),
                Columns.optionalUuid(row, "from_agency").map(AgencyId::new),
                new AgencyCode(row.getString("addressee_code")),
                Columns.optionalUuid(row, "addressee").map(AgencyId::new),
                row.getString("document_id"),
                row.getString("code"),
                row.getString("description"),
                row.getString("staff"),
                Columns.optionalInstant(row, "claimed_at"),
                Columns.instant(row, "received_at"),
                new StoredBytes(new Sha256(row.getString("bytes_digest")), row.getLong("bytes_length")),
                row.getString("system_id"),
                row.getString("doc_id"),
                row.getString("note"));
    }
}
