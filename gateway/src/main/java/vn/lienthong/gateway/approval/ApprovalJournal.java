package vn.lienthong.gateway.approval;

import java.time.Clock;
import java.util.function.BooleanSupplier;
import vn.lienthong.gateway.access.AccessAct;
import vn.lienthong.gateway.access.AccessEvent;
import vn.lienthong.gateway.access.AccessEvents;

/** What is written down about signing requests and the use of officers' keys. */
public final class ApprovalJournal {

    private final AccessEvents events;
    private final Clock clock;

    public ApprovalJournal(AccessEvents events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    /** What is written down about one request. */
    static String about(SigningRequest request) {
        return "request " + request.id() + ", " + request.agency() + ", officer " + request.officer() + ", "
                + request.shown().fileName() + ", SHA-256 " + request.asked();
    }

    /** Writes it down at once, whatever comes of it. */
    void note(AccessAct act, String actor, SigningRequest request, String more) {
        events.add(event(act, actor, request, more));
    }

    /** Writes it down where the work did something: both or neither. */
    boolean noted(BooleanSupplier work, AccessAct act, String actor, SigningRequest request, String more) {
        return events.together(() -> {
            boolean done = work.getAsBoolean();
            if (done) {
                events.add(event(act, actor, request, more));
            }
            return done;
        });
    }

    /**
     * An officer's word for many at once.
     *
     * @param how it was confirmed
     */
    void authorised(String actor, SigningBatch batch, String how) {
        batch.items()
                .forEach(item -> events.add(new AccessEvent(
                        clock.instant(),
                        actor,
                        AccessAct.SIGNING_AUTHORISED,
                        item.request().toString(),
                        "batch " + batch.id() + " of " + batch.items().size() + ", SHA-256 " + item.digest()
                                + ", confirmed by " + how)));
    }

    private AccessEvent event(AccessAct act, String actor, SigningRequest request, String more) {
        return new AccessEvent(
                clock.instant(),
                actor,
                act,
                request.draft().toString(),
                about(request) + (more.isEmpty() ? "" : ", " + more));
    }
}
