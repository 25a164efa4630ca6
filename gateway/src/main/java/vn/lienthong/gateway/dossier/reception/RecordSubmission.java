package vn.lienthong.gateway.dossier.reception;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.dossier.Refusals;
import vn.lienthong.gateway.dossier.Submission;
import vn.lienthong.gateway.dossier.Transaction;
import vn.lienthong.gateway.dossier.UnitOfWork;
import vn.lienthong.gateway.dossier.Vault;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.packet.Packet;

/**
 * Step 8: one database transaction writes dossier, deliveries and evidence. Whoever comes second with the same document
 * is decided anew against what the first one wrote; whoever was resolved by an older directory is resolved anew. The
 * directory stands still while the transaction writes, so what is on record was true when it was committed.
 */
public final class RecordSubmission {

    private static final int TRIES = 4;

    /** Of a document's id in the line for the operator: a refused packet may call itself anything. */
    private static final int SHOWN_ID_CHARS = 300;

    private final Vault vault;
    private final UnitOfWork work;
    private final ResolveAnew resolving;
    private final DecideSubmission deciding;
    private final Recorders recorders;
    private final Clock clock;

    /** Who writes what. */
    public record Recorders(RecordDocument documents, RecordStatus statuses, Refusals refusals) {}

    public RecordSubmission(
            Vault vault,
            UnitOfWork work,
            ResolveAnew resolving,
            DecideSubmission deciding,
            Recorders recorders,
            Clock clock) {
        this.vault = vault;
        this.work = work;
        this.resolving = resolving;
        this.deciding = deciding;
        this.recorders = recorders;
        this.clock = clock;
    }

    /** What came of one transaction. */
    private sealed interface Written {

        record Answered(ReceptionAnswer answer) implements Written {}

        /** Another one recorded the same document first. */
        record Contended() implements Written {}

        /** The directory has a newer version than the one that codes were resolved by. */
        record DirectoryMoved() implements Written {}
    }

    /**
     * Writes the decision down and says what may be answered.
     *
     * @throws UncheckedIOException when the bytes cannot be made durable: then nothing is recorded
     */
    public ReceptionAnswer record(Decision decision) {
        Decision current = decision;
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            if (current instanceof Decision.Refusal refusal) {
                if (!resolving.mayEndOtherwise(refusal)) {
                    return refuse(refusal);
                }
                current = anew(current);
                continue;
            }
            sync(current);
            Decision attempted = current;
            switch (work.inTransaction(transaction -> write(transaction, attempted))) {
                case Written.Answered answered -> {
                    return answered.answer();
                }
                case Written.Contended contended -> current = deciding.decide(current.examination());
                case Written.DirectoryMoved moved -> current = anew(current);
            }
        }
        if (current instanceof Decision.Refusal refusal) {
            return refuse(refusal);
        }
        throw new IllegalStateException(
                "document: still contended after " + TRIES + " tries (expected: one of them wins)");
    }

    private Decision anew(Decision decision) {
        return deciding.decide(resolving.resolve(decision.examination()));
    }

    private void sync(Decision decision) {
        try {
            vault.sync(decision.examination().submission().bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Written write(Transaction transaction, Decision decision) {
        if (transaction.directoryVersion() != decision.examination().directoryVersion()) {
            return new Written.DirectoryMoved();
        }
        return switch (decision) {
            case Decision.Document document ->
                recorders
                        .documents()
                        .record(transaction, document)
                        .<Written>map(Written.Answered::new)
                        .orElseGet(Written.Contended::new);
            case Decision.StatusNews news ->
                new Written.Answered(recorders.statuses().record(transaction, news));
            case Decision.Refusal refusal -> throw new IllegalStateException("refusal: handled before");
        };
    }

    private ReceptionAnswer refuse(Decision.Refusal refusal) {
        Submission submission = refusal.examination().submission();
        String documentId = refusal.examination()
                .message()
                .filter(Packet.class::isInstance)
                .map(message -> ((Packet) message).documentId().value())
                .map(id -> id.length() <= SHOWN_ID_CHARS ? id : id.substring(0, SHOWN_ID_CHARS) + "…")
                .orElse("");
        // The decisive ones first: a door's answer has room for one number.
        List<Finding> findings = refusal.findings().stream()
                .sorted(Comparator.comparing(Finding::severity))
                .toList();
        recorders
                .refusals()
                .add(new Refusals.Refusal(
                        clock.instant(),
                        submission.channel(),
                        submission.caller().systemId(),
                        submission.transportId().orElse(""),
                        documentId,
                        Optional.of(submission.bytes().digest()),
                        findings));
        return new ReceptionAnswer.Refused(findings);
    }
}
