package vn.lienthong.gateway.delivery;

import java.time.Clock;
import java.time.Instant;
import vn.lienthong.gateway.access.Caller;
import vn.lienthong.gateway.access.CallerKind;
import vn.lienthong.gateway.access.Mandate;
import vn.lienthong.gateway.access.Right;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.agency.AgencyDirectory;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.dossier.Dossier;

/**
 * Says who stands on the sender's side of a document: whoever may send for its sender, and the gateway that carried it here
 * while it still carries for that sender.
 */
public final class SenderSide {

    private final Agencies agencies;
    private final Routing routing;
    private final Clock clock;

    public SenderSide(Agencies agencies, Routing routing, Clock clock) {
        this.agencies = agencies;
        this.routing = routing;
        this.clock = clock;
    }

    public boolean holds(Caller caller, Dossier dossier) {
        return holds(caller, dossier.sender(), dossier.systemId());
    }

    /** The same for a document that is known by who sent it, and by the system that handed it in. */
    public boolean holds(Caller caller, AgencyId sender, String systemId) {
        Instant now = clock.instant();
        return caller.may(Right.SEND, sender, now)
                || (systemId.equals(caller.systemId()) && carries(caller, sender, now));
    }

    private boolean carries(Caller caller, AgencyId sender, Instant now) {
        AgencyDirectory directory = agencies.current();
        return caller.may(Right.TRANSIT, sender, now)
                || carries(caller, directory.currentOf(sender, now), directory, routing, now);
    }

    /** Whether the caller is a peer behind which the agency lies: it holds transit for one above it, or is the default route. */
    public static boolean carries(
            Caller caller, AgencyId agency, AgencyDirectory directory, Routing routing, Instant at) {
        return caller.kind() == CallerKind.PEER
                && (caller.may(Right.TRANSIT, agency, at)
                        || directory
                                .nearestSuperiorWhere(agency, at, superior -> caller.may(Right.TRANSIT, superior, at))
                                .isPresent()
                        || (caller.may(Right.TRANSIT, Mandate.BEYOND, at) && routing.isBeyond(agency, directory, at)));
    }
}
