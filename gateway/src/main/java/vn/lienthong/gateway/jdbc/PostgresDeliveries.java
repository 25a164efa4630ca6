package vn.lienthong.gateway.jdbc;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.dossier.Attempt;
import vn.lienthong.gateway.dossier.Deliveries;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.DeliveryId;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.MessageKind;

final class PostgresDeliveries implements Deliveries {

    private static final String MINE = "(agency = any(cast(:agencies as uuid[])) or system_id = :systemId)";

    private final Handle handle;

    PostgresDeliveries(Handle handle) {
        this.handle = handle;
    }

    @Override
    public void add(List<Delivery> deliveries) {
        if (deliveries.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch(
                """
                insert into delivery (id, dossier_id, kind, doc_id, from_code, code, agency, system_id, push, state, dispatch, attempts,
                  failures, urgency, bytes_digest, bytes_length, created_at, updated_at, due_at, lease_until,
                  handed_over_at, taken, reason)
                values (:id, :dossier, :kind, :docId, :fromCode, :code, cast(:agency as uuid), :systemId, :push, :state, :dispatch, :attempts,
                  :failures, :urgency, :digest, :length, :createdAt, :updatedAt, :dueAt, :leaseUntil,
                  :handedOverAt, :taken, :reason)
                """);
        for (Delivery delivery : deliveries) {
            bind(batch, delivery)
                    .bind("dossier", delivery.dossier().value())
                    .bind("kind", delivery.kind())
                    .bind("docId", delivery.docId())
                    .bind("fromCode", delivery.from().text())
                    .bind("code", delivery.code().text())
                    .bind("urgency", delivery.urgency())
                    .bind("digest", delivery.bytes().digest().hex())
                    .bind("length", delivery.bytes().length())
                    .bind("createdAt", delivery.createdAt());
            batch.add();
        }
        batch.execute();
    }

    private static <S extends SqlStatement<S>> S bind(S statement, Delivery delivery) {
        return statement
                .bind("id", delivery.id().value())
                .bind("agency", delivery.agency().map(AgencyId::value).orElse(null))
                .bind("systemId", delivery.systemId().orElse(null))
                .bind("push", delivery.push())
                .bind("state", delivery.state())
                .bind("dispatch", delivery.dispatch())
                .bind("attempts", delivery.attempts())
                .bind("failures", delivery.failures())
                .bind("updatedAt", delivery.updatedAt())
                .bind("dueAt", delivery.dueAt().orElse(null))
                .bind("leaseUntil", delivery.leaseUntil().orElse(null))
                .bind("handedOverAt", delivery.handedOverAt().orElse(null))
                .bind("taken", delivery.taken())
                .bind("reason", delivery.reason());
    }

    @Override
    public boolean replace(Delivery before, Delivery after) {
        return bind(
                                handle.createUpdate(
                                        """
                                        update delivery set agency = cast(:agency as uuid), system_id = :systemId, push = :push, state = :state,
                                          dispatch = :dispatch, attempts = :attempts, failures = :failures, updated_at = :updatedAt,
                                          due_at = :dueAt, lease_until = :leaseUntil, handed_over_at = :handedOverAt,
                                          taken = :taken, reason = :reason
                                        where id = :id and state = :stateBefore and dispatch = :dispatchBefore
                                        """),
                                after)
                        .bind("stateBefore", before.state())
                        .bind("dispatchBefore", before.dispatch())
                        .execute()
                == 1;
    }

    @Override
    public Optional<Delivery> find(DeliveryId id) {
        return handle.createQuery("select * from delivery where id = :id")
                .bind("id", id.value())
                .map((row, context) -> DeliveryRow.read(row))
                .findOne();
    }

    @Override
    public Optional<Delivery> findDoc(String docId, String systemId, Set<AgencyId> agencies) {
        return handle.createQuery("select * from delivery where doc_id = :docId and " + MINE)
                .bind("systemId", systemId)
                .bind("docId", docId)
                .bind("agencies", Columns.agenciesLiteral(agencies))
                .map((row, context) -> DeliveryRow.read(row))
                .findOne();
    }

    @Override
    public List<Delivery> of(DossierId dossier) {
        return handle.createQuery("select * from delivery where dossier_id = :id order by created_at, code, id")
                .bind("id", dossier.value())
                .map((row, context) -> DeliveryRow.read(row))
                .list();
    }

    @Override
    public List<Delivery> collectable(
            String systemId,
            Set<AgencyId> agencies,
            MessageKind kind,
            Optional<Instant> from,
            Optional<Instant> to,
            Instant now,
            int limit) {
        return handle.createQuery(
                        """
                        select * from delivery
                        where (agency = any(cast(:agencies as uuid[])) or system_id = :systemId) and kind = :kind and state in ('WAITING', 'LEASED')
                          and (cast(:from as timestamptz) is null or created_at >= :from)
                          and (cast(:to as timestamptz) is null or created_at < :to)
                        order by (state = 'LEASED' and lease_until > :now), created_at, id
                        limit :limit
                        """)
                .bind("agencies", Columns.agenciesLiteral(agencies))
                .bind("systemId", systemId)
                .bind("kind", kind)
                .bind("from", from.orElse(null))
                .bind("to", to.orElse(null))
                .bind("now", now)
                .bind("limit", limit)
                .map((row, context) -> DeliveryRow.read(row))
                .list();
    }

    @Override
    public long countCollectable(String systemId, Set<AgencyId> agencies, MessageKind kind) {
        return handle.createQuery(
                        """
                        select count(*) from delivery
                        where (agency = any(cast(:agencies as uuid[])) or system_id = :systemId) and kind = :kind and state in ('WAITING', 'LEASED')
                        """)
                .bind("agencies", Columns.agenciesLiteral(agencies))
                .bind("systemId", systemId)
                .bind("kind", kind)
                .mapTo(Long.class)
                .one();
    }

    @Override
    public List<Delivery> takeDue(Instant now, int perSystem, int limit) {
        return handle.createQuery(
                        """
                        with engine as (
                          select system_id, count(*) as in_engine from delivery
                          where state in ('QUEUED', 'SENDING') group by system_id),
                        due as (
                          select d.id, row_number() over (partition by d.system_id order by d.urgency desc, d.created_at) as place,
                            coalesce(e.in_engine, 0) as in_engine
                          from delivery d
                          join receiving_system s on s.system_id = d.system_id and s.enabled
                          left join engine e on e.system_id = d.system_id
                          where d.push and d.state = 'WAITING' and d.due_at <= :now
                            and (s.suspended_until is null or s.suspended_until <= :now))
                        select d.* from delivery d join due on due.id = d.id
                        where due.place + due.in_engine <= :perSystem and d.state = 'WAITING'
                        order by d.urgency desc, d.created_at
                        limit :limit
                        for update of d skip locked
                        """)
                .bind("now", now)
                .bind("perSystem", perSystem)
                .bind("limit", limit)
                .map((row, context) -> DeliveryRow.read(row))
                .list();
    }

    @Override
    public void addAttempt(Attempt attempt) {
        handle.createUpdate(
                        """
                        insert into attempt (delivery_id, dispatch, started_at, ended_at, node, outcome, detail)
                        values (:delivery, :dispatch, :startedAt, :endedAt, :node, :outcome, :detail)
                        """)
                .bind("delivery", attempt.delivery().value())
                .bind("dispatch", attempt.dispatch())
                .bind("startedAt", attempt.startedAt())
                .bind("endedAt", attempt.endedAt().orElse(null))
                .bind("node", attempt.node())
                .bind("outcome", attempt.outcome())
                .bind("detail", attempt.detail())
                .execute();
    }

    @Override
    public void endAttempt(DeliveryId delivery, int dispatch, Instant endedAt, String outcome, String detail) {
        handle.createUpdate(
                        """
                        update attempt set ended_at = :endedAt, outcome = :outcome, detail = :detail
                        where delivery_id = :delivery and dispatch = :dispatch and ended_at is null
                        """)
                .bind("delivery", delivery.value())
                .bind("dispatch", dispatch)
                .bind("endedAt", endedAt)
                .bind("outcome", outcome)
                .bind("detail", detail)
                .execute();
    }

    @Override
    public List<Attempt> attempts(DossierId dossier) {
        return handle.createQuery(
                        """
                        select a.* from attempt a join delivery d on d.id = a.delivery_id
                        where d.dossier_id = :id order by a.started_at, a.dispatch
                        """)
                .bind("id", dossier.value())
                .map((row, context) -> new Attempt(
                        new DeliveryId(Columns.uuid(row, "delivery_id")),
                        row.getInt("dispatch"),
                        Columns.instant(row, "started_at"),
                        Columns.optionalInstant(row, "ended_at"),
                        row.getString("node"),
                        row.getString("outcome"),
                        row.getString("detail")))
                .list();
    }

    @Override
    public List<Delivery> overdue(Instant now, Instant queuedBefore, int limit) {
        return handle.createQuery(
                        """
                        select * from delivery
                        where (state in ('SENDING', 'LEASED') and lease_until <= :now)
                           or (state = 'QUEUED' and updated_at <= :queuedBefore)
                        order by updated_at limit :limit
                        for update skip locked
                        """)
                .bind("now", now)
                .bind("queuedBefore", queuedBefore)
                .bind("limit", limit)
                .map((row, context) -> DeliveryRow.read(row))
                .list();
    }

    @Override
    public Set<AgencyId> agenciesUnderWay() {
        Set<AgencyId> agencies = new HashSet<>();
        handle.createQuery(
                        """
                        select distinct agency from delivery
                        where state not in ('HANDED_OVER', 'WITHDRAWN', 'MERGED', 'FAILED') and agency is not null
                        """)
                .mapTo(UUID.class)
                .forEach(id -> agencies.add(new AgencyId(id)));
        return agencies;
    }

    @Override
    public List<Delivery> underWay(Optional<AgencyId> agency, int limit) {
        return handle.createQuery(
                        """
                        select * from delivery
                        where state not in ('HANDED_OVER', 'WITHDRAWN', 'MERGED', 'FAILED')
                          and agency is not distinct from cast(:agency as uuid)
                        order by created_at limit :limit
                        for update skip locked
                        """)
                .bind("agency", agency.map(AgencyId::value).orElse(null))
                .bind("limit", limit)
                .map((row, context) -> DeliveryRow.read(row))
                .list();
    }
}
