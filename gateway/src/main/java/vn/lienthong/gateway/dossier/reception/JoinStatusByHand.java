package vn.lienthong.gateway.dossier.reception;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.DossierState;
import vn.lienthong.gateway.dossier.Transaction;
import vn.lienthong.gateway.dossier.UnitOfWork;
import vn.lienthong.gateway.packet.DocumentId;
import vn.lienthong.gateway.status.MatchStatus;
import vn.lienthong.gateway.status.Status;

/**
 * A person says which document a status is about, where the rules could not. Even so only a document that the speaking side
 * took part in: a person's choice gives nobody another's document.
 */
public final class JoinStatusByHand {

    private final UnitOfWork work;
    private final MatchStatus matching;
    private final JoinStatus joining;
    private final Clock clock;

    public JoinStatusByHand(UnitOfWork work, MatchStatus matching, JoinStatus joining, Clock clock) {
        this.work = work;
        this.matching = matching;
        this.joining = joining;
        this.clock = clock;
    }

    /** A status without a document, and the documents under its id that it may be about, oldest first. */
    public record Question(Status status, List<Dossier> candidates) {}

    /** Empty when there is no such status, or when it has its document already. */
    public Optional<Question> question(long id) {
        return work.inTransaction(transaction -> waiting(transaction, id)
                .map(status -> new Question(
                        status,
                        matching.candidates(transaction, status).stream()
                                .map(MatchStatus.Candidate::dossier)
                                .toList())));
    }

    /**
     * Joins the status with the document, and sends it on.
     *
     * @return false when the status has a document by now, or when its sides took no part in this one
     */
    public boolean join(long id, DossierId document, String actor, String reason) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("reason: empty (expected: why, for whoever reads the dossier later)");
        }
        return work.inTransaction(transaction -> waiting(transaction, id)
                .flatMap(status -> chosen(transaction, status, document)
                        .map(candidate -> joining.joinWaiting(
                                transaction, status, candidate, new JoinStatus.By(actor, reason), clock.instant())))
                .orElse(false));
    }

    private static Optional<Status> waiting(Transaction transaction, long id) {
        return transaction.statuses().find(id).filter(status -> status.dossier().isEmpty());
    }

    private Optional<MatchStatus.Candidate> chosen(Transaction transaction, Status status, DossierId document) {
        transaction.dossiers().lockLinks(Set.of(new DocumentId(status.documentId())));
        return transaction
                .dossiers()
                .find(document)
                .filter(dossier -> dossier.state() != DossierState.REFUSED)
                .flatMap(dossier -> matching.between(transaction, status, dossier));
    }
}
