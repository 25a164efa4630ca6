package vn.lienthong.gateway.memory;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
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
import vn.lienthong.gateway.memory.Tables.DossierRow;
import vn.lienthong.gateway.memory.Tables.Look;
import vn.lienthong.gateway.packet.DocumentId;

/** Dossiers in a map. Nothing need be locked: transactions come one at a time. */
final class InMemoryDossiers implements Dossiers {

    private static final Comparator<Dossier> OLDEST_FIRST =
            Comparator.comparing(Dossier::receivedAt).thenComparing(dossier -> Tables.order(dossier.id()));
    private static final Comparator<Dossier> NEWEST_FIRST =
            Comparator.comparing(Dossier::receivedAt).reversed().thenComparing(dossier -> Tables.order(dossier.id()));

    private final Tables tables;

    InMemoryDossiers(Tables tables) {
        this.tables = tables;
    }

    @Override
    public Optional<Dossier> find(DocumentKey key) {
        return all(dossier -> standing(dossier) && dossier.key().equals(key)).findFirst();
    }

    @Override
    public Optional<Dossier> find(DossierId id) {
        return Optional.ofNullable(tables.dossiers.get(id)).map(DossierRow::dossier);
    }

    @Override
    public Optional<Dossier> locked(DossierId id) {
        return find(id);
    }

    @Override
    public List<Dossier> find(Set<AgencyId> senders, DocumentId documentId) {
        return all(dossier -> standing(dossier)
                        && senders.contains(dossier.sender())
                        && dossier.key().documentId().equals(documentId))
                .sorted(OLDEST_FIRST)
                .toList();
    }

    @Override
    public Optional<Dossier> findSent(String senderDocId) {
        return all(dossier -> dossier.senderDocId().equals(senderDocId)).findFirst();
    }

    @Override
    public List<Dossier> sentBy(Set<AgencyId> senders, Optional<Instant> from, Optional<Instant> to, int limit) {
        return all(dossier -> senders.contains(dossier.sender()) && within(dossier.receivedAt(), from, to))
                .sorted(NEWEST_FIRST)
                .limit(limit)
                .toList();
    }

    @Override
    public List<Dossier> sentAfter(
            Set<AgencyId> senders, Optional<Instant> from, Optional<DossierId> after, int limit) {
        Optional<Dossier> last = after.flatMap(this::find);
        return all(dossier -> senders.contains(dossier.sender())
                        && within(dossier.receivedAt(), from, Optional.empty())
                        && last.map(before -> NEWEST_FIRST.compare(dossier, before) > 0)
                                .orElse(true))
                .sorted(NEWEST_FIRST)
                .limit(limit)
                .toList();
    }

    @Override
    public boolean add(Dossier dossier) {
        if (standing(dossier) && find(dossier.key()).isPresent()) {
            return false;
        }
        tables.require(!tables.dossiers.containsKey(dossier.id()), "dossier id: " + dossier.id() + " again");
        tables.require(findSent(dossier.senderDocId()).isEmpty(), "sender doc id: " + dossier.senderDocId() + " again");
        Dossier bare = dossier.withRecipients(List.of());
        tables.dossiers.put(dossier.id(), new DossierRow(bare, Look.AT_ONCE, Set.of()));
        addRecipients(dossier.id(), dossier.recipients());
        return true;
    }

    @Override
    public void addRecipients(DossierId id, List<Recipient> recipients) {
        if (recipients.isEmpty()) {
            return;
        }
        Map<AgencyCode, Recipient> byCode = new TreeMap<>();
        row(id).dossier().recipients().forEach(recipient -> byCode.put(recipient.code(), recipient));
        for (Recipient recipient : recipients) {
            recipient.delivery().ifPresent(this::requireDelivery);
            byCode.putIfAbsent(recipient.code(), recipient);
        }
        put(id, row(id).dossier().withRecipients(List.copyOf(byCode.values())));
    }

    private void requireDelivery(DeliveryId delivery) {
        tables.require(tables.deliveries.containsKey(delivery), "recipient's delivery: " + delivery + " unknown");
    }

    @Override
    public void addCopy(DossierId id, Submission submission) {
        row(id);
        tables.copies.add(submission);
    }

    @Override
    public void update(DossierId id, DossierState state, Set<Mark> marks, Optional<Hold> hold, String holdReason) {
        find(id).ifPresent(dossier -> {
            Dossier changed = Changed.of(dossier, state, marks, hold, holdReason);
            boolean free = !standing(changed)
                    || find(dossier.key())
                            .map(Dossier::id)
                            .filter(other -> !other.equals(id))
                            .isEmpty();
            tables.require(free, "document key: " + dossier.key() + " again");
            put(id, changed);
        });
    }

    @Override
    public boolean addOutgoing(DossierId id, Outgoing outgoing) {
        row(id);
        return tables.outgoing.putIfAbsent(
                        new Tables.Received(id, outgoing.received().digest()), outgoing)
                == null;
    }

    @Override
    public Optional<Outgoing> outgoing(DossierId id, Sha256 received) {
        return Optional.ofNullable(tables.outgoing.get(new Tables.Received(id, received)));
    }

    @Override
    public void updateVerification(
            DossierId id, String verificationJson, Set<Mark> marks, Instant verifiedAt, Optional<Instant> nextLook) {
        find(id).ifPresent(dossier -> tables.dossiers.put(
                id,
                row(id).with(Changed.of(dossier, verificationJson, marks))
                        .with(new Look(
                                nextLook.orElse(Instant.MAX), row(id).look().looks(), 0))));
    }

    @Override
    public void answer(DeliveryId merged, DeliveryId by) {
        requireDelivery(by);
        for (Dossier dossier : all(any -> true).toList()) {
            List<Recipient> moved = dossier.recipients().stream()
                    .map(r -> r.delivery().equals(Optional.of(merged))
                            ? new Recipient(r.code(), r.name(), r.resolution(), Optional.of(by))
                            : r)
                    .toList();
            put(dossier.id(), dossier.withRecipients(moved));
        }
    }

    @Override
    public void lockLinks(Collection<DocumentId> documents) {
        // One transaction at a time: nobody else links meanwhile.
    }

    @Override
    public void await(DossierId id, Set<DocumentId> missing) {
        find(id).ifPresent(dossier -> tables.dossiers.put(id, row(id).awaiting(missing)));
    }

    @Override
    public void join(DossierId id, DossierId lineage) {
        find(id).ifPresent(dossier -> put(id, Changed.of(dossier, lineage)));
    }

    @Override
    public List<Dossier> lineage(DossierId lineage) {
        return all(dossier -> dossier.lineage().equals(lineage))
                .sorted(OLDEST_FIRST)
                .toList();
    }

    @Override
    public List<Dossier> waitingFor(Set<AgencyId> senders, DocumentId target) {
        return all(dossier -> standing(dossier)
                        && senders.contains(dossier.sender())
                        && row(dossier.id()).awaits().contains(target))
                .sorted(OLDEST_FIRST)
                .toList();
    }

    @Override
    public List<Dossier> search(DossierSearch search) {
        return all(new SearchedFor(search, tables.deliveries.values()))
                .sorted(NEWEST_FIRST)
                .skip(search.offset())
                .limit(search.limit())
                .toList();
    }

    @Override
    public List<OpenVerification> takeIndeterminate(Instant now, Duration lease, int limit) {
        List<DossierRow> due = tables.dossiers.values().stream()
                .filter(row -> standing(row.dossier()) && row.dossier().marks().contains(Mark.INDETERMINATE))
                .filter(row -> !row.look().next().isAfter(now))
                .sorted(Comparator.comparing(row -> row.look().next()))
                .limit(limit)
                .toList();
        List<OpenVerification> taken = new ArrayList<>();
        for (DossierRow row : due) {
            int unfinished = row.look().unfinished();
            Instant next = now.plus(lease.multipliedBy(1L << Math.min(unfinished, 20)));
            Look look = new Look(next, row.look().looks() + 1, unfinished + 1);
            tables.dossiers.put(row.dossier().id(), row.with(look));
            taken.add(new OpenVerification(row.dossier(), look.looks(), unfinished));
        }
        return taken;
    }

    @Override
    public int lookAgain(Instant now) {
        List<DossierRow> later = tables.dossiers.values().stream()
                .filter(row -> row.dossier().marks().contains(Mark.INDETERMINATE))
                .filter(row ->
                        row.look().next().isAfter(now) && row.look().next().isBefore(Instant.MAX))
                .filter(row -> row.look().unfinished() == 0)
                .toList();
        later.forEach(row -> tables.dossiers.put(row.dossier().id(), row.with(new Look(now, 0, 0))));
        return later.size();
    }

    @Override
    public int lookAtUnchecked(String able, Instant now) {
        List<DossierRow> unchecked = tables.dossiers.values().stream()
                .filter(row -> standing(row.dossier()) && row.dossier().marks().contains(Mark.NOT_CHECKED))
                .filter(row -> !tables.lookedWith
                        .getOrDefault(row.dossier().id(), Set.of())
                        .contains(able))
                .filter(row -> row.look().next().equals(Instant.MAX)
                        || !row.dossier().marks().contains(Mark.INDETERMINATE))
                .toList();
        for (DossierRow row : unchecked) {
            Set<Mark> marks = EnumSet.copyOf(row.dossier().marks());
            marks.add(Mark.INDETERMINATE);
            Dossier dossier = row.dossier();
            update(dossier.id(), dossier.state(), marks, dossier.hold(), dossier.holdReason());
            DossierRow marked = row(dossier.id());
            tables.dossiers.put(
                    dossier.id(), marked.with(new Look(now, 0, marked.look().unfinished())));
        }
        return unchecked.size();
    }

    @Override
    public void lookedWith(DossierId id, String able) {
        tables.lookedWith.computeIfAbsent(id, none -> new HashSet<>()).add(able);
    }

    @Override
    public boolean wasUnchecked(DossierId id) {
        return tables.lookedWith.containsKey(id);
    }

    @Override
    public void lookLater(DossierId id, Optional<Instant> next) {
        tables.dossiers.put(
                id,
                row(id).with(new Look(next.orElse(Instant.MAX), row(id).look().looks(), 0)));
    }

    /** A refused dossier makes room for the next one under its key. */
    private static boolean standing(Dossier dossier) {
        return dossier.state() != DossierState.REFUSED;
    }

    static boolean within(Instant at, Optional<Instant> from, Optional<Instant> to) {
        return from.map(first -> !at.isBefore(first)).orElse(true)
                && to.map(at::isBefore).orElse(true);
    }

    private Stream<Dossier> all(Predicate<Dossier> wanted) {
        return tables.dossiers.values().stream().map(DossierRow::dossier).filter(wanted);
    }

    private DossierRow row(DossierId id) {
        tables.require(tables.dossiers.containsKey(id), "dossier: " + id + " unknown");
        return tables.dossiers.get(id);
    }

    private void put(DossierId id, Dossier dossier) {
        tables.dossiers.put(id, row(id).with(dossier));
    }
}
