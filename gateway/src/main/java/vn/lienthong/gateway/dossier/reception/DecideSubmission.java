package vn.lienthong.gateway.dossier.reception;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.lienthong.gateway.admission.Admission;
import vn.lienthong.gateway.admission.SeenBefore;
import vn.lienthong.gateway.admission.Verdict;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.agency.Resolution;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.DocumentKey;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.dossier.Transaction;
import vn.lienthong.gateway.dossier.UnitOfWork;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.packet.BusinessAction;
import vn.lienthong.gateway.packet.ContentDigest;
import vn.lienthong.gateway.packet.DocumentId;
import vn.lienthong.gateway.packet.Packet;
import vn.lienthong.gateway.packet.StatusMessage;

/** Step 7: looks up whether the document is on record and asks {@link Admission}. */
public final class DecideSubmission {

    private final Admission admission;
    private final UnitOfWork work;
    private final Agencies agencies;

    public DecideSubmission(Admission admission, UnitOfWork work, Agencies agencies) {
        this.admission = admission;
        this.work = work;
        this.agencies = agencies;
    }

    public Decision decide(Examination examination) {
        return work.reading(transaction -> decideWithin(examination, transaction));
    }

    // Not another "decide": a route finds the step by its name.
    private Decision decideWithin(Examination examination, Transaction transaction) {
        if (examination.message().isEmpty()) {
            return new Decision.Refusal(examination, examination.findings());
        }
        return switch (examination.message().get()) {
            case Packet packet -> document(examination, packet, transaction);
            case StatusMessage status -> status(examination, status);
        };
    }

    private static Decision status(Examination examination, StatusMessage status) {
        List<Finding> errors =
                examination.findings().stream().filter(Finding::isError).toList();
        return errors.isEmpty()
                ? new Decision.StatusNews(examination, status)
                : new Decision.Refusal(examination, errors);
    }

    private Decision document(Examination examination, Packet packet, Transaction transaction) {
        Sha256 content = ContentDigest.of(packet);
        SeenBefore seen = sender(examination)
                .map(sender -> seen(transaction, key(sender, packet, content), content))
                .orElseGet(SeenBefore.Never::new);
        Verdict verdict = admission.decide(
                examination.findings(),
                examination.reports(),
                examination.recipients(),
                examination.submission().caller().kind(),
                seen);
        return switch (verdict) {
            case Verdict.Rejected rejected -> new Decision.Refusal(examination, rejected.findings());
            case Verdict.Accepted accepted -> new Decision.Document(examination, packet, content, accepted);
            case Verdict.Held held -> new Decision.Document(examination, packet, content, held);
            case Verdict.Duplicate duplicate -> new Decision.Document(examination, packet, content, duplicate);
        };
    }

    /**
     * The sender's code may have been taken over by a new body between two tries of one hand-in, so the document is looked
     * for in the sender's whole lineage.
     */
    private SeenBefore seen(Transaction transaction, DocumentKey key, Sha256 content) {
        Set<AgencyId> lineage = agencies.current().lineageOf(key.sender());
        return transaction.dossiers().find(lineage, key.documentId()).stream()
                .filter(dossier -> sameBusiness(dossier.key(), key))
                .findFirst()
                .map(dossier -> compare(dossier, content))
                .orElseGet(SeenBefore.Never::new);
    }

    private static boolean sameBusiness(DocumentKey on, DocumentKey key) {
        return on.action() == key.action()
                && on.target().equals(key.target())
                && on.version().equals(key.version());
    }

    private static SeenBefore compare(Dossier dossier, Sha256 content) {
        return dossier.contentDigest().equals(content)
                ? new SeenBefore.Same(dossier)
                : new SeenBefore.Different(dossier);
    }

    /** The body that the sender's code meant when the document was sent. */
    static Optional<AgencyId> sender(Examination examination) {
        return examination.sender().flatMap(DecideSubmission::original);
    }

    /** Who the code named when it was written, whatever became of it. */
    static Optional<AgencyId> original(Resolution resolution) {
        return switch (resolution) {
            case Resolution.Resolved resolved -> Optional.of(resolved.agency());
            case Resolution.Succeeded succeeded -> Optional.of(succeeded.original());
            case Resolution.Split split -> Optional.of(split.original());
            case Resolution.Closed closed -> Optional.of(closed.original());
            case Resolution.NotYet notYet -> Optional.empty();
            case Resolution.Unknown unknown -> Optional.empty();
        };
    }

    static DocumentKey key(AgencyId sender, Packet packet, Sha256 content) {
        BusinessAction action = packet.business().action();
        String target =
                packet.targets().stream().map(DocumentId::value).findFirst().orElse("");
        String version = action == BusinessAction.NEW ? "" : content.hex();
        return new DocumentKey(sender, packet.documentId(), action, target, version);
    }
}
