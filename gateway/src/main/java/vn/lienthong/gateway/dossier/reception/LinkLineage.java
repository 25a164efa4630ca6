package vn.lienthong.gateway.dossier.reception;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.agency.Resolution;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.dossier.DossierState;
import vn.lienthong.gateway.dossier.Facts;
import vn.lienthong.gateway.dossier.Mark;
import vn.lienthong.gateway.dossier.Transaction;
import vn.lienthong.gateway.evidence.EvidenceEvent;
import vn.lienthong.gateway.packet.BusinessAction;
import vn.lienthong.gateway.packet.DocumentId;
import vn.lienthong.gateway.packet.Packet;
import vn.lienthong.gateway.packet.ResponseFor;

/**
 * Joins a document with what it recalls, updates, replaces or answers. Targets are searched in the sender's own lineage
 * only. What acts on a document that has not come yet waits for it.
 */
public final class LinkLineage {

    private static final String ACTOR = "gateway";

    private final Agencies agencies;
    private final ApplyBusiness apply;

    public LinkLineage(Agencies agencies, ApplyBusiness apply) {
        this.agencies = agencies;
        this.apply = apply;
    }

    void link(Transaction transaction, Dossier dossier, Packet packet, Instant now) {
        if (dossier.key().action() == BusinessAction.NEW) {
            transaction.dossiers().lockLinks(Set.of(packet.documentId()));
            linkAnswers(transaction, dossier, packet, now);
            actionsThatWaited(transaction, dossier, now);
        } else {
            Set<DocumentId> linked = new LinkedHashSet<>(packet.targets());
            linked.add(packet.documentId());
            transaction.dossiers().lockLinks(linked);
            linkTargets(transaction, dossier, packet, now);
        }
    }

    private void linkTargets(Transaction transaction, Dossier dossier, Packet packet, Instant now) {
        Set<DocumentId> missing = new LinkedHashSet<>();
        List<Dossier> targets = targets(transaction, dossier, packet, missing);
        if (!missing.isEmpty()) {
            mark(transaction, dossier, missing);
        }
        if (targets.isEmpty()) {
            return;
        }
        transaction.dossiers().join(dossier.id(), targets.getFirst().lineage());
        for (Dossier target : targets) {
            // Copies before chains, as everybody who moves a copy does: else the two would wait for each other.
            transaction.deliveries().locked(target.id());
        }
        targets.forEach(target -> note(transaction, dossier, target, now));
        if (dossier.state() == DossierState.ACCEPTED) {
            apply.apply(transaction, dossier, packet, targets, now);
        }
    }

    private List<Dossier> targets(Transaction transaction, Dossier dossier, Packet packet, Set<DocumentId> missing) {
        Set<AgencyId> senders = agencies.current().lineageOf(dossier.sender());
        List<Dossier> targets = new ArrayList<>();
        for (DocumentId target : packet.targets()) {
            List<Dossier> found = transaction.dossiers().find(senders, target).stream()
                    .filter(one -> !one.id().equals(dossier.id()))
                    .toList();
            if (found.stream().noneMatch(LinkLineage::isDocument)) {
                missing.add(target);
            }
            targets.addAll(found);
        }
        return targets;
    }

    /** A recall under the same id is not the document that another recall waits for. */
    private static boolean isDocument(Dossier dossier) {
        return dossier.key().action() != BusinessAction.REVOKE;
    }

    private static void mark(Transaction transaction, Dossier dossier, Set<DocumentId> missing) {
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        marks.addAll(dossier.marks());
        if (missing.isEmpty()) {
            marks.remove(Mark.WAITS_FOR_TARGET);
        } else {
            marks.add(Mark.WAITS_FOR_TARGET);
        }
        transaction.dossiers().await(dossier.id(), missing);
        transaction.dossiers().update(dossier.id(), dossier.state(), marks, dossier.hold(), dossier.holdReason());
    }

    /** A recall, update or replacement was let go out of custody: it acts now. */
    public void released(Transaction transaction, Dossier acting, Instant now) {
        if (acting.key().action() == BusinessAction.NEW) {
            return;
        }
        apply.packet(acting).ifPresent(packet -> {
            transaction.dossiers().lockLinks(packet.targets());
            List<Dossier> targets = targets(transaction, acting, packet, new LinkedHashSet<>());
            apply.apply(transaction, acting, packet, targets, now);
        });
    }

    /** The document that recalls, updates or replacements were waiting for has come. */
    private void actionsThatWaited(Transaction transaction, Dossier target, Instant now) {
        Set<AgencyId> senders = agencies.current().lineageOf(target.sender());
        for (Dossier waiting :
                transaction.dossiers().waitingFor(senders, target.key().documentId())) {
            Optional<Packet> packet = apply.packet(waiting);
            Set<DocumentId> missing = new LinkedHashSet<>();
            packet.ifPresent(read -> targets(transaction, waiting, read, missing));
            mark(transaction, waiting, missing);
            transaction.dossiers().join(waiting.id(), target.lineage());
            note(transaction, waiting, target, now);
            if (waiting.state() == DossierState.ACCEPTED && packet.isPresent()) {
                // Read again: the record in hand was made before its recipients were written.
                List<Dossier> whole =
                        transaction.dossiers().find(target.id()).stream().toList();
                apply.apply(transaction, waiting, packet.get(), whole, now);
            }
        }
    }

    private void linkAnswers(Transaction transaction, Dossier dossier, Packet packet, Instant now) {
        for (ResponseFor answered : packet.responseFor()) {
            if (answered.documentId().isEmpty() || answered.organId().isBlank()) {
                continue;
            }
            Resolution resolution = agencies.current().resolve(new AgencyCode(answered.organId()), now, now);
            for (AgencyId sender : ResolveSubmission.possibleSenders(resolution)) {
                Set<AgencyId> senders = agencies.current().lineageOf(sender);
                transaction.dossiers().find(senders, answered.documentId()).stream()
                        .filter(found -> reached(transaction, found, dossier.sender()))
                        .findFirst()
                        .ifPresent(found -> {
                            transaction.dossiers().join(dossier.id(), found.lineage());
                            note(transaction, dossier, found, now);
                        });
            }
        }
    }

    /** Only who received a document can answer it: others do not learn that it exists. */
    private boolean reached(Transaction transaction, Dossier dossier, AgencyId agency) {
        Set<AgencyId> lineage = agencies.current().lineageOf(agency);
        return transaction.deliveries().of(dossier.id()).stream()
                .map(delivery -> delivery.agency())
                .flatMap(Optional::stream)
                .anyMatch(lineage::contains);
    }

    private static void note(Transaction transaction, Dossier later, Dossier earlier, Instant now) {
        String relation = later.key().action().name();
        transaction
                .entries()
                .append(
                        earlier.id(),
                        now,
                        EvidenceEvent.LINKED,
                        ACTOR,
                        Facts.with("by", later.id()).and("action", relation).json());
        transaction
                .entries()
                .append(
                        later.id(),
                        now,
                        EvidenceEvent.LINKED,
                        ACTOR,
                        Facts.with("to", earlier.id()).and("action", relation).json());
    }
}
