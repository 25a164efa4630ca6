package vn.lienthong.gateway.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.DeliveryId;
import vn.lienthong.gateway.dossier.DocumentKey;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.DossierSearch;
import vn.lienthong.gateway.dossier.DossierState;
import vn.lienthong.gateway.dossier.Dossiers;
import vn.lienthong.gateway.dossier.Hold;
import vn.lienthong.gateway.dossier.Mark;
import vn.lienthong.gateway.dossier.OpenVerification;
import vn.lienthong.gateway.dossier.Outgoing;
import vn.lienthong.gateway.dossier.Recipient;
import vn.lienthong.gateway.dossier.Submission;
import vn.lienthong.gateway.packet.DocumentId;

final class PostgresDossiers implements Dossiers {

    private final Handle handle;

    PostgresDossiers(Handle handle) {
        this.handle = handle;
    }

    @Override
    public Optional<Dossier> find(DocumentKey key) {
        return one(handle.createQuery(
                        """
                        select * from dossier where sender_agency = :sender and document_id = :documentId and action = :action
                          and target = :target and version = :version and state <> 'REFUSED'
                        """)
                .bind("sender", key.sender().value())
                .bind("documentId", key.documentId().value())
                .bind("action", key.action())
                .bind("target", key.target())
                .bind("version", key.version()));
    }

    @Override
    public Optional<Dossier> find(DossierId id) {
        return one(handle.createQuery("select * from dossier where id = :id").bind("id", id.value()));
    }

    @Override
    public Optional<Dossier> locked(DossierId id) {
        return one(handle.createQuery("select * from dossier where id = :id for update")
                .bind("id", id.value()));
    }

    @Override
    public List<Dossier> find(Set<AgencyId> senders, DocumentId documentId) {
        return list(handle.createQuery(
                        """
                        select * from dossier where document_id = :documentId and sender_agency = any(cast(:senders as uuid[]))
                          and state <> 'REFUSED'
                        order by received_at, id
                        """)
                .bind("documentId", documentId.value())
                .bind("senders", Columns.agenciesLiteral(senders)));
    }

    @Override
    public Optional<Dossier> findSent(String senderDocId) {
        return one(handle.createQuery("select * from dossier where sender_doc_id = :id")
                .bind("id", senderDocId));
    }

    @Override
    public List<Dossier> sentBy(Set<AgencyId> senders, Optional<Instant> from, Optional<Instant> to, int limit) {
        return list(handle.createQuery(
                        """
                        select * from dossier where sender_agency = any(cast(:senders as uuid[]))
                          and (cast(:from as timestamptz) is null or received_at >= :from)
                          and (cast(:to as timestamptz) is null or received_at < :to)
                        order by received_at desc, id limit :limit
                        """)
                .bind("senders", Columns.agenciesLiteral(senders))
                .bind("from", from.orElse(null))
                .bind("to", to.orElse(null))
                .bind("limit", limit));
    }

    @Override
    public List<Dossier> sentAfter(
            Set<AgencyId> senders, Optional<Instant> from, Optional<DossierId> after, int limit) {
        return list(handle.createQuery(
                        """
                        select d.* from dossier d left join dossier a on a.id = cast(:after as uuid)
                        where d.sender_agency = any(cast(:senders as uuid[]))
                          and (cast(:from as timestamptz) is null or d.received_at >= :from)
                          and (a.id is null or d.received_at < a.received_at
                            or (d.received_at = a.received_at and d.id > a.id))
                        order by d.received_at desc, d.id limit :limit
                        """)
                .bind("senders", Columns.agenciesLiteral(senders))
                .bind("from", from.orElse(null))
                .bind("after", after.map(DossierId::value).orElse(null))
                .bind("limit", limit));
    }

    @Override
    public boolean add(Dossier dossier) {
        boolean added = DossierInsert.insert(handle, dossier);
        if (added) {
            addRecipients(dossier.id(), dossier.recipients());
        }
        return added;
    }

    @Override
    public void addRecipients(DossierId id, List<Recipient> recipients) {
        if (recipients.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch(
                """
                insert into recipient (dossier_id, code, name, resolution, delivery_id)
                values (:dossier, :code, :name, :resolution, cast(:delivery as uuid)) on conflict do nothing
                """);
        for (Recipient recipient : recipients) {
            batch.bind("dossier", id.value())
                    .bind("code", recipient.code().text())
                    .bind("name", recipient.name())
                    .bind("resolution", recipient.resolution())
                    .bind(
                            "delivery",
                            recipient.delivery().map(DeliveryId::value).orElse(null))
                    .add();
        }
        batch.execute();
    }

    @Override
    public void addCopy(DossierId id, Submission submission) {
        handle.createUpdate(
                        """
                        insert into received_copy (dossier_id, bytes_digest, bytes_length, channel, system_id, transport_id,
                          idempotency_key, received_at)
                        values (:dossier, :digest, :length, :channel, :systemId, :transportId, :idempotencyKey, :receivedAt)
                        """)
                .bind("dossier", id.value())
                .bind("digest", submission.bytes().digest().hex())
                .bind("length", submission.bytes().length())
                .bind("channel", submission.channel())
                .bind("systemId", submission.caller().systemId())
                .bind("transportId", submission.transportId().orElse(null))
                .bind("idempotencyKey", submission.idempotencyKey().orElse(null))
                .bind("receivedAt", submission.receivedAt())
                .execute();
    }

    @Override
    public boolean addOutgoing(DossierId id, Outgoing outgoing) {
        return OutgoingRows.add(handle, id, outgoing);
    }

    @Override
    public Optional<Outgoing> outgoing(DossierId id, Sha256 received) {
        return OutgoingRows.find(handle, id, received);
    }

    @Override
    public void update(DossierId id, DossierState state, Set<Mark> marks, Optional<Hold> hold, String holdReason) {
        handle.createUpdate(
                        """
                        update dossier set state = :state, marks = cast(:marks as text[]), hold = :hold, hold_reason = :reason
                        where id = :id
                        """)
                .bind("id", id.value())
                .bind("state", state)
                .bind("marks", Columns.marksLiteral(marks))
                .bind("hold", hold.map(Enum::name).orElse(null))
                .bind("reason", holdReason)
                .execute();
    }

    @Override
    public void updateVerification(
            DossierId id, String verificationJson, Set<Mark> marks, Instant verifiedAt, Optional<Instant> nextLook) {
        handle.createUpdate(
                        """
                        update dossier set verification = :verification, marks = cast(:marks as text[]), verified_at = :at,
                          next_look = coalesce(:next, timestamptz 'infinity'), unfinished_looks = 0
                        where id = :id
                        """)
                .bind("id", id.value())
                .bind("verification", verificationJson)
                .bind("marks", Columns.marksLiteral(marks))
                .bind("at", verifiedAt)
                .bind("next", nextLook.orElse(null))
                .execute();
    }

    @Override
    public void answer(DeliveryId merged, DeliveryId by) {
        handle.createUpdate("update recipient set delivery_id = :by where delivery_id = :merged")
                .bind("merged", merged.value())
                .bind("by", by.value())
                .execute();
    }

    @Override
    public void lockLinks(Collection<DocumentId> documents) {
        // In one order for everybody, so that two replacements of the same documents do not wait for each other.
        documents.stream().map(DocumentId::value).distinct().sorted().forEach(document -> handle.createQuery(
                        "select pg_advisory_xact_lock(hashtextextended('link ' || :document, 0))::text")
                .bind("document", document)
                .mapTo(String.class)
                .list());
    }

    @Override
    public void await(DossierId id, Set<DocumentId> missing) {
        handle.createUpdate("update dossier set awaits = :missing where id = :id")
                .bind("id", id.value())
                .bindArray(
                        "missing",
                        String.class,
                        missing.stream().map(DocumentId::value).toList())
                .execute();
    }

    @Override
    public void join(DossierId id, DossierId lineage) {
        handle.createUpdate("update dossier set lineage = :lineage where id = :id")
                .bind("id", id.value())
                .bind("lineage", lineage.value())
                .execute();
    }

    @Override
    public List<Dossier> lineage(DossierId lineage) {
        return list(handle.createQuery("select * from dossier where lineage = :lineage order by received_at, id")
                .bind("lineage", lineage.value()));
    }

    @Override
    public List<Dossier> waitingFor(Set<AgencyId> senders, DocumentId target) {
        return list(handle.createQuery(
                        """
                        select * from dossier where sender_agency = any(cast(:senders as uuid[]))
                          and awaits <> '{}' and :target = any (awaits) and state <> 'REFUSED'
                        order by received_at, id for update
                        """)
                .bind("senders", Columns.agenciesLiteral(senders))
                .bind("target", target.value()));
    }

    @Override
    public List<Dossier> search(DossierSearch search) {
        return list(DossierQuery.of(handle, search));
    }

    @Override
    public List<OpenVerification> takeIndeterminate(Instant now, Duration lease, int limit) {
        return new DossierLooks(handle).take(now, lease, limit);
    }

    @Override
    public int lookAgain(Instant now) {
        return new DossierLooks(handle).again(now);
    }

    @Override
    public int lookAtUnchecked(String able, Instant now) {
        return new DossierLooks(handle).unchecked(able, now);
    }

    @Override
    public void lookedWith(DossierId id, String able) {
        new DossierLooks(handle).with(id, able);
    }

    @Override
    public boolean wasUnchecked(DossierId id) {
        return new DossierLooks(handle).wasUnchecked(id);
    }

    @Override
    public void lookLater(DossierId id, Optional<Instant> next) {
        new DossierLooks(handle).later(id, next);
    }

    private Optional<Dossier> one(Query query) {
        return query.map((row, context) -> DossierRow.read(row))
                .findOne()
                .map(dossier -> dossier.withRecipients(recipients(dossier.id())));
    }

    private List<Dossier> list(Query query) {
        List<Dossier> bare = query.map((row, context) -> DossierRow.read(row)).list();
        List<Dossier> whole = new ArrayList<>(bare.size());
        for (Dossier dossier : bare) {
            whole.add(dossier.withRecipients(recipients(dossier.id())));
        }
        return whole;
    }

    private List<Recipient> recipients(DossierId id) {
        return handle.createQuery("select * from recipient where dossier_id = :id order by code")
                .bind("id", id.value())
                .map((row, context) -> new Recipient(
                        new AgencyCode(row.getString("code")),
                        row.getString("name"),
                        row.getString("resolution"),
                        Columns.optionalUuid(row, "delivery_id").map(DeliveryId::new)))
                .list();
    }
}
