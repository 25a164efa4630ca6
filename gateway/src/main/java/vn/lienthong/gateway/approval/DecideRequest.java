package vn.lienthong.gateway.approval;

import java.time.Clock;
import java.util.Optional;
import vn.lienthong.gateway.access.AccessAct;

/** Ends a signing request without a signature: the officer refuses, or the clerk takes it back. The draft may be changed again. */
public final class DecideRequest {

    private final SigningRequests requests;
    private final ApprovalJournal journal;
    private final Clock clock;

    public DecideRequest(SigningRequests requests, ApprovalJournal journal, Clock clock) {
        this.requests = requests;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * The officer does not sign.
     *
     * @param reason goes back to the clerk; not blank
     * @return false where it was decided already
     */
    public boolean refuse(SigningRequest request, String reason, String actor) {
        String why = Words.of(reason);
        if (why.isEmpty()) {
            throw new IllegalArgumentException("reason: blank (expected: why it is not signed)");
        }
        return decide(request, RequestState.REFUSED, why, AccessAct.SIGNING_REFUSED, actor);
    }

    /** Gives it back to its clerk; false where it was decided already. */
    public boolean takeBack(SigningRequest request, String actor) {
        return decide(request, RequestState.TAKEN_BACK, "", AccessAct.SIGNING_TAKEN_BACK, actor);
    }

    private boolean decide(SigningRequest request, RequestState as, String reason, AccessAct act, String actor) {
        Decision decision = new Decision(actor, clock.instant(), reason, Optional.empty());
        return journal.noted(() -> requests.decide(request, as, decision), act, actor, request, reason);
    }
}
