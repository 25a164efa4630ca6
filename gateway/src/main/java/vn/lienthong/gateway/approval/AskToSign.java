package vn.lienthong.gateway.approval;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import vn.lienthong.gateway.access.AccessAct;
import vn.lienthong.gateway.tray.Draft;
import vn.lienthong.gateway.tray.DraftFile;

/** Trình ký: puts a draft before an officer, who reads and signs it. Until that is decided the draft stays as it is. */
public final class AskToSign {

    private final SigningRequests requests;
    private final Signers signers;
    private final ApprovalJournal journal;
    private final Supplier<UUID> ids;
    private final Clock clock;

    public AskToSign(
            SigningRequests requests, Signers signers, ApprovalJournal journal, Supplier<UUID> ids, Clock clock) {
        this.requests = requests;
        this.signers = signers;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Outcome {

        record Asked(SigningRequest request) implements Outcome {}

        /** This person may not sign for the agency now. */
        record NoSigner() implements Outcome {}

        /** There is no file that an officer could sign, or it bears the agency's seal already. */
        record NothingToSign() implements Outcome {}

        /** Somebody changed, sent or put it before an officer meanwhile. */
        record Changed() implements Outcome {}
    }

    /** Whether an officer may be asked: the document itself is a PDF, not sealed here, and was not sent. */
    public static boolean may(Draft draft) {
        if (draft.files().isEmpty() || draft.sent().isPresent()) {
            return false;
        }
        DraftFile main = draft.files().getFirst();
        return main.isPdf() && main.before().isEmpty();
    }

    /**
     * Puts it before the officer.
     *
     * @param actor the clerk, as evidence names people
     */
    public Outcome ask(Draft draft, String officer, String note, Optional<Instant> due, String actor) {
        Instant now = clock.instant();
        if (!may(draft)) {
            return new Outcome.NothingToSign();
        }
        if (signers.find(officer, draft.agency(), now).isEmpty()) {
            return new Outcome.NoSigner();
        }
        DraftFile main = draft.files().getFirst();
        SigningRequest request = new SigningRequest(
                new RequestId(ids.get()),
                draft.id(),
                draft.revision() + 1,
                signers.today(draft.agency(), now),
                officer,
                new SigningRequest.Ask(actor, now, Words.of(note), due),
                Shown.of(draft),
                main.bytes().digest(),
                Optional.of(main.bytes()),
                RequestState.ASKED,
                Optional.empty());
        return journal.noted(() -> requests.add(request), AccessAct.SIGNING_REQUESTED, actor, request, "")
                ? new Outcome.Asked(request)
                : new Outcome.Changed();
    }
}
