package vn.lienthong.gateway.delivery;

import java.time.Instant;
import java.util.Optional;
import vn.lienthong.gateway.access.ReceivingSystem;
import vn.lienthong.gateway.access.Systems;
import vn.lienthong.gateway.agency.AgencyDirectory;
import vn.lienthong.gateway.agency.AgencyId;

/**
 * Finds the system that takes documents for an agency: its own, else its clerk at the console, else the carrier of its nearest superior that has one.
 * Superiors come from the directory, never from the spelling of codes.
 */
public final class Routing {

    /** The name under which copies wait for a clerk at the console: no system collects them, a person does. */
    public static final String CONSOLE = "console";

    private final Systems systems;
    private final Desk desk;

    /** Whether a clerk at the console takes an agency's documents at an instant. */
    @FunctionalInterface
    public interface Desk {
        boolean serves(AgencyId agency, Instant at);
    }

    /** Routing where nobody sits at the console. */
    public Routing(Systems systems) {
        this(systems, (agency, at) -> false);
    }

    public Routing(Systems systems, Desk desk) {
        this.systems = systems;
        this.desk = desk;
    }

    public DeliveryMethod methodFor(AgencyId agency, AgencyDirectory directory, Instant at) {
        Optional<ReceivingSystem> own = systems.receiverFor(agency, at);
        if (own.isPresent()) {
            return method(own.get());
        }
        if (desk.serves(agency, at)) {
            return new DeliveryMethod.Collect(CONSOLE);
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
