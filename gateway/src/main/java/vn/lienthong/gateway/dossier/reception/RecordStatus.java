package vn.lienthong.gateway.dossier.reception;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.dossier.Transaction;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.packet.StatusMessage;
import vn.lienthong.gateway.status.MatchStatus;
import vn.lienthong.gateway.status.Status;

/**
 * Writes a business status (cycle of a document, step 13): appends it, and joins it with its document where exactly one
 * fits. One that comes before its document waits for it.
 */
public final class RecordStatus {

    private final MatchStatus matching;
    private final JoinStatus joining;
    private final Ids ids;
    private final Clock clock;

    public RecordStatus(MatchStatus matching, JoinStatus joining, Ids ids, Clock clock) {
        this.matching = matching;
        this.joining = joining;
        this.ids = ids;
        this.clock = clock;
    }

    ReceptionAnswer record(Transaction transaction, Decision.StatusNews news) {
        // Of a status and its document that come at the same time, one sees the other.
        transaction.dossiers().lockLinks(Set.of(news.status().responseFor().documentId()));
        Examination examination = news.examination();
        AgencyId from = DecideSubmission.sender(examination).orElseThrow();
        Optional<Status> repeated = transaction
                .statuses()
                .repeated(from, examination.submission().bytes().digest());
        if (repeated.isPresent()) {
            return taken(repeated.get(), true, examination);
        }
        Instant now = clock.instant();
        Status draft = status(examination, news.status(), from, now);
        MatchStatus.Match match = examination
                .submission()
                .about()
                .map(document -> matching.match(transaction, draft, document))
                .orElseGet(() -> matching.match(transaction, draft));
        Optional<Status> added = transaction
                .statuses()
                .add(draft.matched(
                        match.candidate().map(MatchStatus.Candidate::dossier).map(Dossier::id), match.note()));
        if (added.isEmpty()) {
            // The same status came through another door a moment ago and is on record by now.
            return record(transaction, news);
        }
        Status status = added.get();
        String actor = examination.submission().actor();
        match.candidate()
                .ifPresent(found -> joining.join(transaction, status, found, new JoinStatus.By(actor, ""), now));
        return taken(status, false, examination);
    }

    /** Whoever reports on a document that nobody finds should hear it at once: an id of another kind never finds one. */
    private static ReceptionAnswer taken(Status status, boolean repeated, Examination examination) {
        List<Finding> findings = new ArrayList<>(examination.findings());
        if (status.dossier().isEmpty()) {
            findings.add(Finding.warning(
                    ErrorCode.NOT_FOUND,
                    "MessageHeader/ResponseFor/DocumentId",
                    "DocumentId: " + status.note()
                            + ", trạng thái được giữ để chờ (expected: DocumentId mà nơi gửi văn bản"
                            + " đặt, và mã của nơi gửi ở OrganId)"));
        }
        return new ReceptionAnswer.StatusTaken(status.docId(), status.dossier().isPresent(), repeated, findings);
    }

    /** As it came; what it is about is not known yet. */
    private Status status(Examination examination, StatusMessage message, AgencyId from, Instant now) {
        AgencyCode addresseeCode = new AgencyCode(message.responseFor().organId());
        Optional<AgencyId> addressee = Optional.ofNullable(
                        examination.recipients().get(addresseeCode))
                .flatMap(resolution ->
                        ResolveSubmission.possibleSenders(resolution).stream().findFirst());
        return new Status(
                0,
                Optional.empty(),
                new AgencyCode(message.from().organId()),
                Optional.of(from),
                addresseeCode,
                addressee,
                message.responseFor().documentId().value(),
                message.code().text(),
                message.description(),
                message.staff().staff(),
                message.timestamp(),
                now,
                examination.submission().bytes(),
                examination.submission().caller().systemId(),
                ids.docId(),
                "");
    }
}
