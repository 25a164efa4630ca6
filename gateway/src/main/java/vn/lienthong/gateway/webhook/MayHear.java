package vn.lienthong.gateway.webhook;

import java.time.Instant;
import java.util.Optional;
import vn.lienthong.gateway.access.Caller;
import vn.lienthong.gateway.access.CallerKind;
import vn.lienthong.gateway.access.Right;
import vn.lienthong.gateway.agency.AgencyId;

/** Who may hear of a document: whoever could ask for it, see the doors. */
final class MayHear {

    private MayHear() {}

    /**
     * Whether the caller may.
     *
     * @param agency whose copy it is, or who sent it
     * @param carrier the system that it goes, or came, by
     */
    static boolean decide(Caller caller, EventType.Side side, Optional<AgencyId> agency, String carrier, Instant at) {
        boolean carries = carrier.equals(caller.systemId())
                && !caller.agencies(Right.TRANSIT, at).isEmpty();
        return switch (side) {
            case RECIPIENT -> may(caller, Right.COLLECT, agency, at) || (carries && caller.kind() == CallerKind.PEER);
            case SENDER -> may(caller, Right.SEND, agency, at) || carries;
            case NOBODY -> true;
        };
    }

    private static boolean may(Caller caller, Right right, Optional<AgencyId> agency, Instant at) {
        return agency.filter(one -> caller.may(right, one, at)).isPresent();
    }
}
