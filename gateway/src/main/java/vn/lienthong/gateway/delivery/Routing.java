package vn.lienthong.gateway.delivery;

import java.time.Instant;
import java.util.Optional;
import vn.lienthong.gateway.access.Mandate;
import vn.lienthong.gateway.access.ReceivingSystem;
import vn.lienthong.gateway.access.Systems;
import vn.lienthong.gateway.agency.AgencyDirectory;
import vn.lienthong.gateway.agency.AgencyId;

/**
 * Finds the system that takes documents for an agency: its own, else the one that carries for it or for its nearest
 * superior that has a carrier, else, where nobody here answers for the agency, the default route. Superiors come from the
 * directory, never from the spelling of codes.
 */
public final class Routing {

    private final Systems systems;

    public Routing(Systems systems) {
        this.systems = systems;
    }

    public DeliveryMethod methodFor(AgencyId agency, AgencyDirectory directory, Instant at) {
        return systems.receiverFor(agency, at)
                .or(() -> systems.carrierFor(agency, at))
                .or(() -> carrierAbove(agency, directory, at))
                .or(() -> beyond(agency, directory, at))
                .map(Routing::method)
                .orElseGet(DeliveryMethod.Unrouted::new);
    }

    /** Whether what is sent to the agency goes by this system now. */
    public boolean leadsTo(String systemId, AgencyId agency, AgencyDirectory directory, Instant at) {
        return switch (methodFor(agency, directory, at)) {
            case DeliveryMethod.Collect collect -> collect.systemId().equals(systemId);
            case DeliveryMethod.Push push -> push.systemId().equals(systemId);
            case DeliveryMethod.Unrouted unrouted -> false;
        };
    }

    /**
     * Whether nobody here answers for the agency, nor for one above it. A body whose superior is connected here is looked
     * for here: sent out by the default route, its documents would come back as those of the superior.
     */
    public boolean isBeyond(AgencyId agency, AgencyDirectory directory, Instant at) {
        return !systems.isClaimed(agency, at)
                && directory
                        .nearestSuperiorWhere(agency, at, superior -> systems.isClaimed(superior, at))
                        .isEmpty();
    }

    private Optional<ReceivingSystem> carrierAbove(AgencyId agency, AgencyDirectory directory, Instant at) {
        return directory
                .nearestSuperiorWhere(
                        agency, at, superior -> systems.carrierFor(superior, at).isPresent())
                .flatMap(superior -> systems.carrierFor(superior, at));
    }

    private Optional<ReceivingSystem> beyond(AgencyId agency, AgencyDirectory directory, Instant at) {
        return systems.carrierFor(Mandate.BEYOND, at).filter(route -> isBeyond(agency, directory, at));
    }

    private static DeliveryMethod method(ReceivingSystem system) {
        return system.pushTo().isPresent()
                ? new DeliveryMethod.Push(system.systemId())
                : new DeliveryMethod.Collect(system.systemId());
    }
}
