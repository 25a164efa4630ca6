package vn.lienthong.gateway.memory;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.dossier.Attempt;
import vn.lienthong.gateway.dossier.Deliveries;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.DeliveryId;
import vn.lienthong.gateway.dossier.DeliveryState;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.MessageKind;

/** Deliveries in a map. Nothing need be locked or skipped: transactions come one at a time. */
final class InMemoryDeliveries implements Deliveries {

    private static final Comparator<Delivery> OLDEST_FIRST =
            Comparator.comparing(Delivery::createdAt).thenComparing(delivery -> Tables.order(delivery.id()));
    private static final Comparator<Delivery> BY_RECIPIENT = Comparator.comparing(Delivery::createdAt)
            .thenComparing(Delivery::code)
            .thenComparing(delivery -> Tables.order(delivery.id()));

    private final Tables tables;
    private final InMemorySystems systems;

    InMemoryDeliveries(Tables tables, InMemorySystems systems) {
        this.tables = tables;
        this.systems = systems;
    }

    @Override
    public void add(List<Delivery> deliveries) {
        for (Delivery delivery : deliveries) {
            tables.require(tables.dossiers.containsKey(delivery.dossier()), "delivery's dossier: unknown");
            tables.require(!tables.deliveries.containsKey(delivery.id()), "delivery id: " + delivery.id() + " again");
            tables.require(
                    all(other -> other.docId().equals(delivery.docId()))
                            .findAny()
                            .isEmpty(),
                    "doc id: " + delivery.docId() + " again");
            tables.deliveries.put(delivery.id(), delivery);
        }
    }

    @Override
    public Optional<Delivery> find(DeliveryId id) {
        return Optional.ofNullable(tables.deliveries.get(id));
    }

    @Override
    public Optional<Delivery> locked(DeliveryId id) {
        return find(id);
    }

    @Override
    public Optional<Delivery> findDoc(String docId, String systemId, Set<AgencyId> agencies) {
        return all(delivery -> delivery.docId().equals(docId) && concerns(delivery, systemId, agencies))
                .findFirst();
    }

    @Override
    public List<Delivery> of(DossierId dossier) {
        return all(delivery -> delivery.dossier().equals(dossier))
                .sorted(BY_RECIPIENT)
                .toList();
    }

    @Override
    public List<Delivery> locked(DossierId dossier) {
        return of(dossier);
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
        Comparator<Delivery> leasedLast =
                Comparator.comparing(delivery -> delivery.failures() >= failures || leased(delivery, now));
        return collectable(systemId, agencies, kind)
                .filter(delivery -> InMemoryDossiers.within(delivery.createdAt(), from, to))
                .sorted(leasedLast.thenComparing(OLDEST_FIRST))
                .limit(limit)
                .toList();
    }

    @Override
    public List<Delivery> collectableAfter(
            String systemId, Set<AgencyId> agencies, MessageKind kind, Optional<Place> after, Instant now, int limit) {
        Comparator<Delivery> leasedLast = Comparator.comparing(delivery -> leased(delivery, now));
        return collectable(systemId, agencies, kind)
                .filter(delivery ->
                        after.map(place -> isBehind(delivery, place, now)).orElse(true))
                .sorted(leasedLast.thenComparing(OLDEST_FIRST))
                .limit(limit)
                .toList();
    }

    private boolean isBehind(Delivery delivery, Place place, Instant now) {
        boolean leased = leased(delivery, now);
        return leased == place.leased()
                ? OLDEST_FIRST.compare(delivery, tables.deliveries.get(place.delivery())) > 0
                : leased;
    }

    private static boolean leased(Delivery delivery, Instant now) {
        return delivery.state() == DeliveryState.LEASED
                && delivery.leaseUntil().orElseThrow().isAfter(now);
    }

    @Override
    public long countCollectable(String systemId, Set<AgencyId> agencies, MessageKind kind) {
        return collectable(systemId, agencies, kind).count();
    }

    private Stream<Delivery> collectable(String systemId, Set<AgencyId> agencies, MessageKind kind) {
        return in(DeliveryState.WAITING, DeliveryState.LEASED)
                .filter(delivery -> delivery.kind() == kind && concerns(delivery, systemId, agencies));
    }

    private static boolean concerns(Delivery delivery, String systemId, Set<AgencyId> agencies) {
        return delivery.agency().filter(agencies::contains).isPresent()
                || delivery.systemId().equals(Optional.of(systemId));
    }

    @Override
    public List<Delivery> takeDue(Instant now, int perSystem, int limit) {
        Comparator<Delivery> mostUrgentFirst =
                Comparator.comparing(Delivery::urgency).reversed().thenComparing(Delivery::createdAt);
        return in(DeliveryState.WAITING)
                .filter(delivery -> delivery.push() && due(delivery, now))
                .collect(Collectors.groupingBy(delivery -> delivery.systemId().orElseThrow()))
                .entrySet()
                .stream()
                .flatMap(system -> system.getValue().stream()
                        .sorted(mostUrgentFirst)
                        .limit(Math.max(0, perSystem - inEngine(system.getKey()))))
                .sorted(mostUrgentFirst)
                .limit(limit)
                .toList();
    }

    private boolean due(Delivery delivery, Instant now) {
        return delivery.dueAt().filter(due -> !due.isAfter(now)).isPresent()
                && delivery.systemId()
                        .filter(system -> systems.takes(system, now))
                        .isPresent();
    }

    private long inEngine(String systemId) {
        return in(DeliveryState.QUEUED, DeliveryState.SENDING)
                .filter(delivery -> delivery.systemId().equals(Optional.of(systemId)))
                .count();
    }

    @Override
    public boolean replace(Delivery before, Delivery after) {
        Optional<Delivery> now = find(after.id());
        boolean unmoved = now.filter(is -> is.state() == before.state()
                        && is.dispatch() == before.dispatch()
                        && is.taken() == before.taken()
                        && is.failures() == before.failures())
                .isPresent();
        if (unmoved) {
            tables.deliveries.put(after.id(), after);
        }
        return unmoved;
    }

    @Override
    public void askBack(DeliveryId id, String reason) {
        find(id).ifPresent(delivery -> tables.withdrawals.put(id, reason));
    }

    @Override
    public Optional<String> askedBack(DeliveryId id) {
        return Optional.ofNullable(tables.withdrawals.get(id));
    }

    @Override
    public void addAttempt(Attempt attempt) {
        tables.require(find(attempt.delivery()).isPresent(), "attempt's delivery: unknown");
        tables.require(
                tables.attempts.stream().noneMatch(other -> same(other, attempt.delivery(), attempt.dispatch())),
                "attempt: " + attempt.delivery() + " " + attempt.dispatch() + " again");
        tables.attempts.add(attempt);
    }

    @Override
    public void endAttempt(DeliveryId delivery, int dispatch, Instant endedAt, String outcome, String detail) {
        tables.attempts.replaceAll(open -> same(open, delivery, dispatch)
                        && open.endedAt().isEmpty()
                ? new Attempt(delivery, dispatch, open.startedAt(), Optional.of(endedAt), open.node(), outcome, detail)
                : open);
    }

    @Override
    public Instant endWait(DeliveryId delivery, int dispatch, Instant endedAt, String detail) {
        List<Attempt> all = tables.attempts.stream()
                .filter(attempt -> attempt.delivery().equals(delivery) && attempt.dispatch() < dispatch)
                .sorted(Comparator.comparing(Attempt::dispatch).reversed())
                .takeWhile(attempt -> attempt.outcome().equals(Attempt.WAITS))
                .toList();
        Instant now = tables.attempts.stream()
                .filter(open -> same(open, delivery, dispatch) && open.endedAt().isEmpty())
                .findFirst()
                .map(Attempt::startedAt)
                .orElse(endedAt);
        Instant since = all.isEmpty() ? now : all.getLast().startedAt();
        tables.attempts.removeAll(all);
        tables.attempts.replaceAll(open -> same(open, delivery, dispatch)
                        && open.endedAt().isEmpty()
                ? new Attempt(delivery, dispatch, since, Optional.of(endedAt), open.node(), Attempt.WAITS, detail)
                : open);
        return since;
    }

    @Override
    public void wake(DossierId dossier, Instant now) {
        of(dossier).stream()
                .filter(copy -> copy.push() && copy.state() == DeliveryState.WAITING)
                .filter(copy -> copy.dueAt().filter(now::isBefore).isPresent() && waited(copy.id()))
                .forEach(copy -> tables.deliveries.put(copy.id(), dueAt(copy, now)));
    }

    private static Delivery dueAt(Delivery d, Instant now) {
        return new Delivery(
                d.id(),
                d.dossier(),
                d.kind(),
                d.docId(),
                d.from(),
                d.code(),
                d.agency(),
                d.systemId(),
                d.push(),
                d.state(),
                d.dispatch(),
                d.attempts(),
                d.failures(),
                d.urgency(),
                d.bytes(),
                d.createdAt(),
                d.updatedAt(),
                Optional.of(now),
                d.leaseUntil(),
                d.handedOverAt(),
                d.taken(),
                d.reason());
    }

    private boolean waited(DeliveryId id) {
        return tables.attempts.stream()
                .filter(attempt -> attempt.delivery().equals(id))
                .max(Comparator.comparing(Attempt::dispatch))
                .filter(last -> last.outcome().equals(Attempt.WAITS))
                .isPresent();
    }

    private static boolean same(Attempt attempt, DeliveryId delivery, int dispatch) {
        return attempt.delivery().equals(delivery) && attempt.dispatch() == dispatch;
    }

    @Override
    public List<Attempt> attempts(DossierId dossier) {
        return tables.attempts.stream()
                .filter(attempt ->
                        find(attempt.delivery()).orElseThrow().dossier().equals(dossier))
                .sorted(Comparator.comparing(Attempt::startedAt).thenComparing(Attempt::dispatch))
                .toList();
    }

    @Override
    public List<Delivery> overdue(Instant now, Instant queuedBefore, int limit) {
        Stream<Delivery> late = in(DeliveryState.SENDING, DeliveryState.LEASED)
                .filter(delivery ->
                        delivery.leaseUntil().filter(end -> !end.isAfter(now)).isPresent());
        Stream<Delivery> lost = in(DeliveryState.QUEUED)
                .filter(delivery -> !delivery.updatedAt().isAfter(queuedBefore));
        return Stream.concat(late, lost)
                .sorted(Comparator.comparing(Delivery::updatedAt))
                .limit(limit)
                .toList();
    }

    @Override
    public Set<AgencyId> agenciesUnderWay() {
        return all(delivery -> !delivery.state().isFinal())
                .flatMap(delivery -> delivery.agency().stream())
                .collect(Collectors.toSet());
    }

    @Override
    public List<Delivery> atRest(AgencyId agency, Optional<DeliveryId> after, int limit) {
        Predicate<Delivery> behind = after.<Predicate<Delivery>>map(last -> delivery -> find(last)
                        .filter(l -> OLDEST_FIRST.compare(delivery, l) > 0)
                        .isPresent())
                .orElse(any -> true);
        return in(DeliveryState.WAITING, DeliveryState.UNROUTED)
                .filter(delivery -> delivery.agency().equals(Optional.of(agency)))
                .filter(behind)
                .sorted(OLDEST_FIRST)
                .limit(limit)
                .toList();
    }

    private Stream<Delivery> in(DeliveryState... states) {
        return all(delivery -> Set.of(states).contains(delivery.state()));
    }

    private Stream<Delivery> all(Predicate<Delivery> wanted) {
        return tables.deliveries.values().stream().filter(wanted);
    }
}
