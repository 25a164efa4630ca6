package vn.lienthong.gateway.webhook;

import java.time.Instant;
import java.util.Optional;
import vn.lienthong.gateway.access.Caller;
import vn.lienthong.gateway.access.CallerKind;
import vn.lienthong.gateway.access.Right;
import vn.lienthong.gateway.agency.AgencyId;

/** Who may hear of a document: whoever could ask for it, see the doors. */
public final class MayHear {

    private final Senders senders;

    public MayHear(Senders senders) {
        this.senders = senders;
    }

    /** Says who stands on the sender's side of a document now: a mandate that ended counts no more. */
    @FunctionalInterface
    public interface Senders {
        /**
         * Whether the caller does.
         *
         * @param systemId the system that handed the document in
         */
        boolean hold(Caller caller, AgencyId sender, String systemId);
    }

    /**
     * Whether the caller may.
     *
     * @param agency whose copy it is, or who sent it
     * @param carrier the system that it goes, or came, by
     */
    boolean decide(Caller caller, EventType.Side side, Optional<AgencyId> agency, String carrier, Instant at) {
        return switch (side) {
            case RECIPIENT -> mayCollect(caller, agency, at) || carries(caller, carrier, at);
            case SENDER ->
                agency.filter(sender -> senders.hold(caller, sender, carrier)).isPresent();
            case NOBODY -> true;
        };
    }

    private static boolean mayCollect(Caller caller, Optional<AgencyId> agency, Instant at) {
        return agency.filter(one -> caller.may(Right.COLLECT, one, at)).isPresent();
    }

    private static boolean carries(Caller caller, String carrier, Instant at) {
        return caller.kind() == CallerKind.PEER
                && carrier.equals(caller.systemId())
                && !caller.agencies(Right.TRANSIT, at).isEmpty();
    }
}
