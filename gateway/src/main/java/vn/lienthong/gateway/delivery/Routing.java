package vn.lienthong.gateway.delivery;

import java.time.Instant;
import java.util.Optional;
import vn.lienthong.gateway.access.ReceivingSystem;
import vn.lienthong.gateway.access.Systems;
import vn.lienthong.gateway.agency.AgencyDirectory;
import vn.lienthong.gateway.agency.AgencyId;

/**
 * Finds the system that takes documents for an agency: its own, else the carrier of its nearest superior that has one.
 * Superiors come from the directory, never from the spelling of codes.
 */
public final class Routing {

    private final Systems systems;

    public Routing(Systems systems) {
        this.systems = systems;
    }

    public DeliveryMethod methodFor(AgencyId agency, AgencyDirectory directory, Instant at) {
        Optional<ReceivingSystem> own = systems.receiverFor(agency, at);
        if (own.isPresent()) {
            return method(own.get());
        }
        return directory
                .nearestSuperiorWhere(
                        agency, at, superior -> systems.carrierFor(superior, at).isPresent())
                .flatMap(superior -> systems.carrierFor(superior, at))
                .map(Routing::method)
                .orElseGet(DeliveryMethod.Unrouted::new);
    }

    private static DeliveryMethod method(ReceivingSystem system) {
        return system.pushTo().isPresent()
                ? new DeliveryMethod.Push(system.systemId())
                : new DeliveryMethod.Collect(system.systemId());
    }
}
