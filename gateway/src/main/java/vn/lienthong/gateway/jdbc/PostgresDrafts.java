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
import vn.lienthong.gateway.tray.SealUse;

/** Drafts in PostgreSQL. */
public final class PostgresDrafts implements Drafts {

    /** What is before an officer stays as it is. */
    private static final String NOT_HELD =
            "not exists (select from signing_request r where r.draft_id = draft.id and r.state = 'ASKED')";

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
                                      type_name, subject, competence, position, signer, urgency, recipients, proposed, proposed_fields, revision,
                                      created_at, updated_at)
                                    values (:id, :agency, :author, :action, :target, :reason, :number, :notation, :place, :issuedOn,
                                      :typeName, :subject, :competence, :position, :signer, :urgency, :recipients, :proposed, :proposedFields,
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
                                              proposed_fields = :proposedFields,
                                              revision = :revision, updated_at = :updatedAt
                                            where id = :id and revision = :before and sent is null
                                              and not exists (select from signing_request r where r.draft_id = draft.id and r.state = 'ASKED')
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
    public Optional<Draft> pin(Draft shown) {
        return jdbi.inTransaction(handle -> {
            // The row stays locked to the end: of two who send it at once, the second finds what the first pinned.
            boolean still = handle.createQuery(
                            "select revision from draft where id = :id and revision = :revision and sent is null and "
                                    + NOT_HELD + " for update")
                    .bind("id", shown.id().value())
                    .bind("revision", shown.revision())
                    .mapTo(Integer.class)
                    .findOne()
                    .isPresent();
            if (!still) {
                return Optional.<Draft>empty();
            }
            List<DraftFile> newest = files(handle, shown.id());
            for (int place = 0; place < newest.size(); place++) {
                pin(handle, shown.id(), place, newest.get(place).bytes());
            }
            handle.execute(
                    "update draft set pinned = revision where id = ?",
                    shown.id().value());
            return handle.createQuery("select * from draft where id = :id")
                    .bind("id", shown.id().value())
                    .map((row, context) -> draft(handle, row))
                    .findOne();
        });
    }

    private static void pin(Handle handle, DraftId id, int place, StoredBytes bytes) {
        handle.createUpdate(
                        """
                        update draft_file_before b set sealed = :digest from draft_file f
                        where f.draft_id = :id and f.place = :place and b.draft_id = f.draft_id
                          and b.sealed = f.bytes_digest and b.sealed <> :digest
                        """)
                .bind("id", id.value())
                .bind("place", place)
                .bind("digest", bytes.digest().hex())
                .execute();
        handle.createUpdate(
                        """
                        update draft_file set bytes_digest = :digest, bytes_length = :length
                        where draft_id = :id and place = :place
                        """)
                .bind("id", id.value())
                .bind("place", place)
                .bind("digest", bytes.digest().hex())
                .bind("length", bytes.length())
                .execute();
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
            handle.execute("update signing_request set bytes_digest = null where draft_id = ?", id.value());
        });
    }

    @Override
    public boolean discard(DraftId id) {
        return jdbi.inTransaction(handle -> {
            // Who puts it before an officer at the same time has the row first: only a statement begun after that sees
            // the request.
            handle.execute("select 1 from draft where id = ? for update", id.value());
            boolean gone = handle.createUpdate("delete from draft where id = :id and sent is null and " + NOT_HELD)
                            .bind("id", id.value())
                            .execute()
                    == 1;
            if (gone) {
                // What officers decided stays; the files go with the draft.
                handle.execute("update signing_request set bytes_digest = null where draft_id = ?", id.value());
            }
            return gone;
        });
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
                .bindArray("proposedFields", String.class, List.copyOf(draft.proposedFields()))
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
                        insert into draft_file_before (draft_id, sealed, bytes_digest, bytes_length, sealed_as,
                          seal_agency, seal_certificate, sealed_by, sealed_at)
                        values (:draft, :sealed, :digest, :length, :as, :agency, :certificate, :by, :at)
                        on conflict do nothing
                        """)
                .bind("draft", id.value())
                .bind("sealed", file.bytes().digest().hex())
                .bind("digest", before.digest().hex())
                .bind("length", before.length())
                .bind("as", file.sealedAs())
                .bind("agency", file.use().map(use -> use.agency().value()).orElse(null))
                .bind(
                        "certificate",
                        file.use().map(use -> use.certificate().hex()).orElse(null))
                .bind("by", file.use().map(SealUse::by).orElse(null))
                .bind("at", file.use().map(SealUse::at).orElse(null))
                .execute();
    }

    private static List<DraftFile> files(Handle handle, DraftId id) {
        return handle.createQuery(
                        """
                        select f.*, b.bytes_digest as before_digest, b.bytes_length as before_length,
                          coalesce(b.sealed_as, '') as sealed_as,
                          b.seal_agency, b.seal_certificate, b.sealed_by, b.sealed_at,
                          l.bytes_digest as newest_digest, l.bytes_length as newest_length,
                          l.level = 'B' and l.goal <> 'B' and l.due is not null as awaited, l.waits
                        from draft_file f
                          join draft d on d.id = f.draft_id
                          left join draft_file_before b on b.draft_id = f.draft_id and b.sealed = f.bytes_digest
                          left join lasting_file l on d.sent is null and d.pinned is distinct from d.revision
                            and b.sealed is not null and l.versions @> array[f.bytes_digest]
                        where f.draft_id = :id order by f.place
                        """)
                .bind("id", id.value())
                .map((row, context) -> new DraftFile(
                        row.getString("name"),
                        bytes(row),
                        before(row),
                        row.getString("sealed_as"),
                        use(row),
                        awaited(row)))
                .list();
    }

    /**
     * Until it is handed in, a file that was sealed in this draft is what has become of it since; afterwards it is what was
     * handed in. Others have nothing to do with what became of a file of the same bytes.
     */
    private static StoredBytes bytes(ResultSet row) throws SQLException {
        String which = row.getString("newest_digest") == null ? "bytes" : "newest";
        return new StoredBytes(new Sha256(row.getString(which + "_digest")), row.getLong(which + "_length"));
    }

    private static DraftFile.Awaited awaited(ResultSet row) throws SQLException {
        return !row.getBoolean("awaited")
                ? DraftFile.Awaited.NONE
                : row.getBoolean("waits") ? DraftFile.Awaited.FIRST : DraftFile.Awaited.LATER;
    }

    private static Optional<SealUse> use(ResultSet row) throws SQLException {
        return row.getString("seal_certificate") == null
                ? Optional.empty()
                : Optional.of(new SealUse(
                        new AgencyId(Columns.uuid(row, "seal_agency")),
                        new Sha256(row.getString("seal_certificate")),
                        row.getString("sealed_by"),
                        Columns.instant(row, "sealed_at")));
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
                proposed(row),
                row.getInt("revision"),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "updated_at"),
                Columns.optionalUuid(row, "sent").map(DossierId::new));
    }

    private static Set<String> proposed(ResultSet row) throws SQLException {
        return row.getBoolean("proposed")
                ? Set.of((String[]) row.getArray("proposed_fields").getArray())
                : Set.of();
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
