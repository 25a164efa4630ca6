package vn.lienthong.gateway.jdbc;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import vn.lienthong.gateway.approval.Decision;
import vn.lienthong.gateway.approval.RequestId;
import vn.lienthong.gateway.approval.RequestState;
import vn.lienthong.gateway.approval.SigningRequest;
import vn.lienthong.gateway.approval.SigningRequests;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.tray.DraftId;

/** Signing requests in PostgreSQL. */
public final class PostgresSigningRequests implements SigningRequests {

    private static final String HAS_TEXT =
            """
             and (:text = '' or position(lower(normalize(:text)) in
               lower(normalize(symbol || ' ' || type_name || ' ' || subject || ' ' || note))) > 0)
            """;

    private final Jdbi jdbi;

    public PostgresSigningRequests(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public boolean add(SigningRequest request) {
        return jdbi.inTransaction(handle -> {
            // Whoever changes the draft at the same time finds another revision.
            boolean still = handle.createUpdate(
                                    """
                                    update draft set revision = :revision
                                    where id = :draft and revision = :revision - 1 and sent is null
                                      and not exists (select from signing_request r where r.draft_id = :draft and r.state = 'ASKED')
                                    """)
                            .bind("draft", request.draft().value())
                            .bind("revision", request.revision())
                            .execute()
                    == 1;
            if (still) {
                insert(handle, request);
            }
            return still;
        });
    }

    private static void insert(Handle handle, SigningRequest request) {
        handle.createUpdate(
                        """
                        insert into signing_request (id, draft_id, draft_revision, agency, officer, asked_by, asked_at, note, due,
                          symbol, type_name, subject, urgency, file_name, asked_digest, bytes_digest, bytes_length, state, reason)
                        values (:id, :draft, :revision, :agency, :officer, :by, :at, :note, :due,
                          :symbol, :type, :subject, :urgency, :file, :asked, :digest, :length, 'ASKED', '')
                        """)
                .bind("id", request.id().value())
                .bind("draft", request.draft().value())
                .bind("revision", request.revision())
                .bind("agency", request.agency().value())
                .bind("officer", request.officer())
                .bind("by", request.ask().by())
                .bind("at", request.ask().at())
                .bind("note", request.ask().note())
                .bind("due", request.ask().due().orElse(null))
                .bind("symbol", request.shown().symbol())
                .bind("type", request.shown().typeName())
                .bind("subject", request.shown().subject())
                .bind("urgency", request.shown().urgency())
                .bind("file", request.shown().fileName())
                .bind("asked", request.asked().hex())
                .bind(
                        "digest",
                        request.bytes().map(bytes -> bytes.digest().hex()).orElse(null))
                .bind("length", request.bytes().map(StoredBytes::length).orElse(0L))
                .execute();
    }

    @Override
    public Optional<SigningRequest> find(RequestId id) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from signing_request where id = :id")
                .bind("id", id.value())
                .map((row, context) -> RequestRow.read(row))
                .findOne());
    }

    @Override
    public List<SigningRequest> all(Set<RequestId> ids) {
        String all = ids.stream().map(RequestId::toString).collect(Collectors.joining(",", "{", "}"));
        return jdbi.withHandle(
                handle -> handle.createQuery("select * from signing_request where id = any(cast(:ids as uuid[]))")
                        .bind("ids", all)
                        .map((row, context) -> RequestRow.read(row))
                        .list());
    }

    @Override
    public List<SigningRequest> waiting(String officer, String text, int limit) {
        return list(
                "state = 'ASKED'" + HAS_TEXT + " order by due nulls last, urgency desc, asked_at, id",
                officer,
                text,
                limit);
    }

    @Override
    public List<SigningRequest> decided(String officer, String text, int limit) {
        return list("state <> 'ASKED'" + HAS_TEXT + " order by decided_at desc, id", officer, text, limit);
    }

    private List<SigningRequest> list(String which, String officer, String text, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select * from signing_request where officer = :officer and " + which + " limit :limit")
                .bind("officer", officer)
                .bind("text", text)
                .bind("limit", limit)
                .map((row, context) -> RequestRow.read(row))
                .list());
    }

    @Override
    public List<SigningRequest> open(int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select * from signing_request where state = 'ASKED' order by asked_at, id limit :limit")
                .bind("limit", limit)
                .map((row, context) -> RequestRow.read(row))
                .list());
    }

    @Override
    public List<SigningRequest> of(DraftId draft) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select * from signing_request where draft_id = :draft order by asked_at desc, id")
                .bind("draft", draft.value())
                .map((row, context) -> RequestRow.read(row))
                .list());
    }

    @Override
    public List<SigningRequest> latest(Set<DraftId> drafts) {
        String all = drafts.stream().map(DraftId::toString).collect(Collectors.joining(",", "{", "}"));
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select distinct on (draft_id) * from signing_request where draft_id = any(cast(:drafts as uuid[]))
                        order by draft_id, asked_at desc, id
                        """)
                .bind("drafts", all)
                .map((row, context) -> RequestRow.read(row))
                .list());
    }

    @Override
    public boolean decide(SigningRequest request, RequestState as, Decision decision) {
        // What was not signed is the draft's, and no longer the officer's to read.
        return jdbi.withHandle(handle -> decide(handle, request, as, decision, Optional.empty()));
    }

    private static boolean decide(
            Handle handle, SigningRequest request, RequestState as, Decision decision, Optional<StoredBytes> signed) {
        return handle.createUpdate(
                                """
                                update signing_request set state = :state, decided_by = :by, decided_at = :at, reason = :reason,
                                  certificate = :certificate, bytes_digest = :digest, bytes_length = :length
                                where id = :id and state = 'ASKED'
                                """)
                        .bind("id", request.id().value())
                        .bind("state", as)
                        .bind("by", decision.by())
                        .bind("at", decision.at())
                        .bind("reason", decision.reason())
                        .bind(
                                "certificate",
                                decision.certificate().map(Sha256::hex).orElse(null))
                        .bind(
                                "digest",
                                signed.map(bytes -> bytes.digest().hex()).orElse(null))
                        .bind("length", signed.map(StoredBytes::length).orElse(0L))
                        .execute()
                == 1;
    }

    @Override
    public boolean sign(SigningRequest request, StoredBytes signed, Decision decision) {
        return jdbi.inTransaction(handle -> {
            // The draft first, as everybody who changes one does.
            boolean same = handle.createQuery(
                            """
                            select f.place from draft d join draft_file f on f.draft_id = d.id and f.place = 0
                            where d.id = :draft and d.revision = :revision and d.sent is null and f.bytes_digest = :asked
                            for update of d
                            """)
                    .bind("draft", request.draft().value())
                    .bind("revision", request.revision())
                    .bind("asked", request.asked().hex())
                    .mapTo(Integer.class)
                    .findOne()
                    .isPresent();
            if (!same || !decide(handle, request, RequestState.SIGNED, decision, Optional.of(signed))) {
                return false;
            }
            handle.createUpdate("update draft set revision = revision + 1, updated_at = :at where id = :draft")
                    .bind("draft", request.draft().value())
                    .bind("at", decision.at())
                    .execute();
            handle.createUpdate(
                            """
                            update draft_file set bytes_digest = :digest, bytes_length = :length
                            where draft_id = :draft and place = 0
                            """)
                    .bind("draft", request.draft().value())
                    .bind("digest", signed.digest().hex())
                    .bind("length", signed.length())
                    .execute();
            return true;
        });
    }
}
