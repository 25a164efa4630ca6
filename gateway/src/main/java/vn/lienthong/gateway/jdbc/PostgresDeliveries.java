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
                                          and taken = :takenBefore and failures = :failuresBefore
                                        """),
                                after)
                        .bind("stateBefore", before.state())
                        .bind("dispatchBefore", before.dispatch())
                        .bind("takenBefore", before.taken())
                        .bind("failuresBefore", before.failures())
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
    public Optional<Delivery> locked(DeliveryId id) {
        return handle.createQuery("select * from delivery where id = :id for update")
                .bind("id", id.value())
                .map((row, context) -> DeliveryRow.read(row))
                .findOne();
    }

    @Override
    public Optional<Delivery> findDoc(String docId, String systemId, Set<AgencyId> agencies) {
        return handle.createQuery("select * from delivery where doc_id = :docId and " + MINE + " for update")
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
    public List<Delivery> locked(DossierId dossier) {
        return handle.createQuery(
                        "select * from delivery where dossier_id = :id order by created_at, code, id for update")
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
            int failures,
            int limit) {
        return handle.createQuery(
                        """
                        select * from delivery
                        where (agency = any(cast(:agencies as uuid[])) or system_id = :systemId) and kind = :kind and state in ('WAITING', 'LEASED')
                          and (cast(:from as timestamptz) is null or created_at >= :from)
                          and (cast(:to as timestamptz) is null or created_at < :to)
                        order by (failures >= :failures or (state = 'LEASED' and lease_until > :now)), created_at, id
                        limit :limit
                        """)
                .bind("agencies", Columns.agenciesLiteral(agencies))
                .bind("systemId", systemId)
                .bind("kind", kind)
                .bind("from", from.orElse(null))
                .bind("to", to.orElse(null))
                .bind("now", now)
                .bind("failures", failures)
                .bind("limit", limit)
                .map((row, context) -> DeliveryRow.read(row))
                .list();
    }

    @Override
    public List<Delivery> collectableAfter(
            String systemId, Set<AgencyId> agencies, MessageKind kind, Optional<Place> after, Instant now, int limit) {
        return handle.createQuery(
                        """
                        select d.* from delivery d left join delivery a on a.id = cast(:after as uuid)
                        where (d.agency = any(cast(:agencies as uuid[])) or d.system_id = :systemId) and d.kind = :kind
                          and d.state in ('WAITING', 'LEASED')
                          and (a.id is null or
                            (d.state = 'LEASED' and d.lease_until > :now, d.created_at, d.id) > (:leased, a.created_at, a.id))
                        order by (d.state = 'LEASED' and d.lease_until > :now), d.created_at, d.id
                        limit :limit
                        """)
                .bind("agencies", Columns.agenciesLiteral(agencies))
                .bind("systemId", systemId)
                .bind("kind", kind)
                .bind("after", after.map(place -> place.delivery().value()).orElse(null))
                .bind("leased", after.map(Place::leased).orElse(false))
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
    public void askBack(DeliveryId id, String reason) {
        handle.createUpdate("update delivery set withdrawal = :reason where id = :id")
                .bind("id", id.value())
                .bind("reason", reason)
                .execute();
    }

    @Override
    public Optional<String> askedBack(DeliveryId id) {
        return handle.createQuery("select withdrawal from delivery where id = :id and withdrawal is not null")
                .bind("id", id.value())
                .mapTo(String.class)
                .findOne();
    }

    @Override
    public void addAttempt(Attempt attempt) {
        AttemptRows.add(handle, attempt);
    }

    @Override
    public void endAttempt(DeliveryId delivery, int dispatch, Instant endedAt, String outcome, String detail) {
        AttemptRows.end(handle, delivery, dispatch, endedAt, outcome, detail);
    }

    @Override
    public Instant endWait(DeliveryId delivery, int dispatch, Instant endedAt, String detail) {
        return AttemptRows.endWait(handle, delivery, dispatch, endedAt, detail);
    }

    @Override
    public void wake(DossierId dossier, Instant now) {
        handle.createUpdate(
                        """
                        update delivery set due_at = :now where id in (
                          select d.id from delivery d
                          where d.dossier_id = :id and d.push and d.state = 'WAITING' and d.due_at > :now
                            and (select outcome from attempt a where a.delivery_id = d.id order by a.dispatch desc limit 1) = :waits
                          for update of d skip locked)
                        """)
                .bind("id", dossier.value())
                .bind("now", now)
                .bind("waits", Attempt.WAITS)
                .execute();
    }

    @Override
    public List<Attempt> attempts(DossierId dossier) {
        return AttemptRows.of(handle, dossier);
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
    public List<Delivery> atRest(AgencyId agency, Optional<DeliveryId> after, int limit) {
        return handle.createQuery(
                        """
                        select * from delivery
                        where state in ('WAITING', 'UNROUTED') and agency = :agency
                          and (cast(:after as uuid) is null
                            or (created_at, id) > (select created_at, id from delivery where id = cast(:after as uuid)))
                        order by created_at, id limit :limit
                        for update skip locked
                        """)
                .bind("agency", agency.value())
                .bind("after", after.map(DeliveryId::value).orElse(null))
                .bind("limit", limit)
                .map((row, context) -> DeliveryRow.read(row))
                .list();
    }
}
