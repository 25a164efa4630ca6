package vn.lienthong.gateway.dossier.reception;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.dossier.Refusals;
import vn.lienthong.gateway.dossier.Submission;
import vn.lienthong.gateway.dossier.Transaction;
import vn.lienthong.gateway.dossier.UnitOfWork;
import vn.lienthong.gateway.dossier.Vault;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.packet.Packet;

/**
 * Step 8: one database transaction writes dossier, deliveries and evidence. Whoever comes second with the same document
 * is decided anew against what the first one wrote; whoever was resolved by an older directory is resolved anew.
 */
public final class RecordSubmission {

    private static final int TRIES = 4;

    /** What only the resolution of codes finds; it finds it anew. */
    private static final Set<ErrorCode> OF_RESOLUTION = EnumSet.of(
            ErrorCode.AGENCY_UNKNOWN,
            ErrorCode.AGENCY_CLOSED,
            ErrorCode.AGENCY_SUCCEEDED,
            ErrorCode.AGENCY_SPLIT,
            ErrorCode.AGENCY_NOT_YET,
            ErrorCode.AGENCY_AMBIGUOUS_IN_TIME,
            ErrorCode.SENDER_NOT_CALLER,
            ErrorCode.RECIPIENTS_WIDENED);

    private final Vault vault;
    private final UnitOfWork work;
    private final Agencies agencies;
    private final ResolveSubmission resolving;
    private final DecideSubmission deciding;
    private final Recorders recorders;
    private final Clock clock;

    /** Who writes what. */
    public record Recorders(RecordDocument documents, RecordStatus statuses, Refusals refusals) {}

    public RecordSubmission(
            Vault vault,
            UnitOfWork work,
            Agencies agencies,
            ResolveSubmission resolving,
            DecideSubmission deciding,
            Recorders recorders,
            Clock clock) {
        this.vault = vault;
        this.work = work;
        this.agencies = agencies;
        this.resolving = resolving;
        this.deciding = deciding;
        this.recorders = recorders;
        this.clock = clock;
    }

    /**
     * Writes the decision down and says what may be answered.
     *
     * @throws UncheckedIOException when the bytes cannot be made durable: then nothing is recorded
     */
    public ReceptionAnswer record(Decision decision) {
        if (decision instanceof Decision.Refusal refusal) {
            return refuse(refusal);
        }
        try {
            vault.sync(decision.examination().submission().bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Decision current = decision;
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            current = upToDate(current);
            if (current instanceof Decision.Refusal refusal) {
                return refuse(refusal);
            }
            Decision attempted = current;
            Optional<ReceptionAnswer> answer = work.inTransaction(transaction -> write(transaction, attempted));
            if (answer.isPresent()) {
                return answer.get();
            }
            current = deciding.decide(current.examination());
        }
        throw new IllegalStateException(
                "document: still contended after " + TRIES + " tries (expected: one of them wins)");
    }

    /** Resolves and decides anew when the directory has moved on since. */
    private Decision upToDate(Decision decision) {
        long current = agencies.current().version().number();
        if (decision.examination().directoryVersion() == current) {
            return decision;
        }
        Examination seen = decision.examination();
        Examination fresh = new Examination(
                seen.submission(),
                seen.attachments(),
                seen.message(),
                seen.outgoing(),
                seen.findings().stream()
                        .filter(f -> !OF_RESOLUTION.contains(f.code()))
                        .toList(),
                seen.reports(),
                Optional.empty(),
                Map.of(),
                0);
        return deciding.decide(resolving.resolve(fresh));
    }

    private Optional<ReceptionAnswer> write(Transaction transaction, Decision decision) {
        return switch (decision) {
            case Decision.Document document -> recorders.documents().record(transaction, document);
            case Decision.StatusNews news -> Optional.of(recorders.statuses().record(transaction, news));
            case Decision.Refusal refusal -> throw new IllegalStateException("refusal: handled before");
        };
    }

    private ReceptionAnswer refuse(Decision.Refusal refusal) {
        Submission submission = refusal.examination().submission();
        String documentId = refusal.examination()
                .message()
                .filter(Packet.class::isInstance)
                .map(message -> ((Packet) message).documentId().value())
                .orElse("");
        List<Finding> findings = refusal.findings();
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
