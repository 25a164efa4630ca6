package vn.lienthong.gateway.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.packet.BusinessAction;
import vn.lienthong.gateway.tray.Draft;
import vn.lienthong.gateway.tray.DraftFields;
import vn.lienthong.gateway.tray.DraftFile;
import vn.lienthong.gateway.tray.DraftId;
import vn.lienthong.gateway.tray.Drafts;

/** Drafts in PostgreSQL. */
public final class PostgresDrafts implements Drafts {

    private final Jdbi jdbi;

    public PostgresDrafts(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public void add(Draft draft) {
        jdbi.useTransaction(handle -> {
            bind(
                            handle.createUpdate(
                                    """
                                    insert into draft (id, agency, author, action, target, reason, number, notation, place, issued_on,
                                      type_name, subject, competence, position, signer, urgency, recipients, proposed, revision,
                                      created_at, updated_at)
                                    values (:id, :agency, :author, :action, :target, :reason, :number, :notation, :place, :issuedOn,
                                      :typeName, :subject, :competence, :position, :signer, :urgency, :recipients, :proposed,
                                      :revision, :createdAt, :updatedAt)
                                    """),
                            draft)
                    .bind("agency", draft.agency().value())
                    .bind("author", draft.author())
                    .bind("createdAt", draft.createdAt())
                    .execute();
            addFiles(handle, draft);
        });
    }

    @Override
    public Optional<Draft> find(DraftId id) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from draft where id = :id")
                .bind("id", id.value())
                .map((row, context) -> draft(handle, row))
                .findOne());
    }

    @Override
    public List<Draft> open(Set<AgencyId> agencies, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select * from draft where agency = any(cast(:agencies as uuid[])) and sent is null
                        order by updated_at desc, id limit :limit
                        """)
                .bind("agencies", Columns.agenciesLiteral(agencies))
                .bind("limit", limit)
                .map((row, context) -> draft(handle, row))
                .list());
    }

    @Override
    public boolean replace(Draft before, Draft after) {
        return jdbi.inTransaction(handle -> {
            boolean replaced = bind(
                                    handle.createUpdate(
                                            """
                                            update draft set action = :action, target = :target, reason = :reason, number = :number,
                                              notation = :notation, place = :place, issued_on = :issuedOn, type_name = :typeName,
                                              subject = :subject, competence = :competence, position = :position, signer = :signer,
                                              urgency = :urgency, recipients = :recipients, proposed = :proposed,
                                              revision = :revision, updated_at = :updatedAt
                                            where id = :id and revision = :before and sent is null
                                            """),
                                    after)
                            .bind("before", before.revision())
                            .execute()
                    == 1;
            if (replaced && !before.files().equals(after.files())) {
                handle.execute(
                        "delete from draft_file where draft_id = ?", after.id().value());
                handle.execute(
                        "delete from draft_file_before where draft_id = ?",
                        after.id().value());
                addFiles(handle, after);
            }
            return replaced;
        });
    }

    @Override
    public void sent(DraftId id, DossierId document) {
        jdbi.useTransaction(handle -> {
            handle.createUpdate("update draft set sent = :sent where id = :id and sent is null")
                    .bind("id", id.value())
                    .bind("sent", document.value())
                    .execute();
            // There is no way back to what was not sealed.
            handle.execute("delete from draft_file_before where draft_id = ?", id.value());
        });
    }

    @Override
    public boolean discard(DraftId id) {
        return jdbi.withHandle(handle -> handle.createUpdate("delete from draft where id = :id and sent is null")
                        .bind("id", id.value())
                        .execute()
                == 1);
    }

    private static Update bind(Update update, Draft draft) {
        DraftFields fields = draft.fields();
        return update.bind("id", draft.id().value())
                .bind("action", draft.action())
                .bind("target", draft.target())
                .bind("reason", draft.reason())
                .bind("number", fields.number())
                .bind("notation", fields.notation())
                .bind("place", fields.place())
                .bind("issuedOn", fields.issuedOn())
                .bind("typeName", fields.typeName())
                .bind("subject", fields.subject())
                .bind("competence", fields.competence())
                .bind("position", fields.position())
                .bind("signer", fields.signer())
                .bind("urgency", fields.urgency())
                .bindArray(
                        "recipients",
                        String.class,
                        draft.recipients().stream().map(AgencyCode::text).toList())
                .bind("proposed", draft.proposed())
                .bind("revision", draft.revision())
                .bind("updatedAt", draft.updatedAt());
    }

    private static void addFiles(Handle handle, Draft draft) {
        for (int i = 0; i < draft.files().size(); i++) {
            DraftFile file = draft.files().get(i);
            handle.createUpdate(
                            """
                            insert into draft_file (draft_id, place, name, bytes_digest, bytes_length)
                            values (:draft, :place, :name, :digest, :length)
                            """)
                    .bind("draft", draft.id().value())
                    .bind("place", i)
                    .bind("name", file.name())
                    .bind("digest", file.bytes().digest().hex())
                    .bind("length", file.bytes().length())
                    .execute();
            file.before().ifPresent(before -> addBefore(handle, draft.id(), file, before));
        }
    }

    private static void addBefore(Handle handle, DraftId id, DraftFile file, StoredBytes before) {
        handle.createUpdate(
                        """
                        insert into draft_file_before (draft_id, sealed, bytes_digest, bytes_length, sealed_as)
                        values (:draft, :sealed, :digest, :length, :as) on conflict do nothing
                        """)
                .bind("draft", id.value())
                .bind("sealed", file.bytes().digest().hex())
                .bind("digest", before.digest().hex())
                .bind("length", before.length())
                .bind("as", file.sealedAs())
                .execute();
    }

    private static List<DraftFile> files(Handle handle, DraftId id) {
        return handle.createQuery(
                        """
                        select f.*, b.bytes_digest as before_digest, b.bytes_length as before_length,
                          coalesce(b.sealed_as, '') as sealed_as
                        from draft_file f
                          left join draft_file_before b on b.draft_id = f.draft_id and b.sealed = f.bytes_digest
                        where f.draft_id = :id order by f.place
                        """)
                .bind("id", id.value())
                .map((row, context) -> new DraftFile(
                        row.getString("name"),
                        new StoredBytes(new Sha256(row.getString("bytes_digest")), row.getLong("bytes_length")),
                        before(row),
                        row.getString("sealed_as")))
                .list();
    }

    private static Optional<StoredBytes> before(ResultSet row) throws SQLException {
        long length = row.getLong("before_length");
        return Optional.ofNullable(row.getString("before_digest"))
                .map(digest -> new StoredBytes(new Sha256(digest), length));
    }

    private static Draft draft(Handle handle, ResultSet row) throws SQLException {
        DraftId id = new DraftId(Columns.uuid(row, "id"));
        String[] codes = (String[]) row.getArray("recipients").getArray();
        return new Draft(
                id,
                new AgencyId(Columns.uuid(row, "agency")),
                row.getString("author"),
                BusinessAction.valueOf(row.getString("action")),
                row.getString("target"),
                row.getString("reason"),
                fields(row),
                Arrays.stream(codes).map(AgencyCode::new).toList(),
                files(handle, id),
                row.getBoolean("proposed"),
                row.getInt("revision"),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "updated_at"),
                Columns.optionalUuid(row, "sent").map(DossierId::new));
    }

    private static DraftFields fields(ResultSet row) throws SQLException {
        return new DraftFields(
                row.getString("number"),
                row.getString("notation"),
                row.getString("place"),
                row.getString("issued_on"),
                row.getString("type_name"),
                row.getString("subject"),
                row.getString("competence"),
                row.getString("position"),
                row.getString("signer"),
                row.getInt("urgency"));
    }
}
