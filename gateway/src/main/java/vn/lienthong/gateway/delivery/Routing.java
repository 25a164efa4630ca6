package vn.lienthong.gateway.delivery;

import java.time.Instant;
import java.util.Optional;
import vn.lienthong.gateway.access.Mandate;
import vn.lienthong.gateway.access.ReceivingSystem;
import vn.lienthong.gateway.access.Systems;
import vn.lienthong.gateway.agency.AgencyDirectory;
import vn.lienthong.gateway.agency.AgencyId;

/**
 * Finds who takes documents for an agency: its own system, else its clerk at the console, else the system that carries for
 * it or for its nearest superior that has a carrier, else, where nobody here answers for the agency, the default route.
 * Superiors come from the directory, never from the spelling of codes.
 */
public final class Routing {

    /** The name under which copies wait for a clerk at the console: no system collects them, a person does. */
    public static final String CONSOLE = "console";

    private final Systems systems;
    private final Desk desk;

    /** Clerks at the console who take documents of agencies. */
    public interface Desk {
        /** Whether one sits there for the agency at the instant. */
        boolean serves(AgencyId agency, Instant at);

        /** Whether one should, be it that the account is closed: then the agency's documents wait, and go no other way. */
        boolean claims(AgencyId agency, Instant at);

        /** Nobody, for any agency. */
        Desk EMPTY = new Desk() {
            @Override
            public boolean serves(AgencyId agency, Instant at) {
                return false;
            }

            @Override
            public boolean claims(AgencyId agency, Instant at) {
                return false;
            }
        };
    }

    /** Routing where nobody sits at the console. */
    public Routing(Systems systems) {
        this(systems, Desk.EMPTY);
    }

    public Routing(Systems systems, Desk desk) {
        this.systems = systems;
        this.desk = desk;
    }

    public DeliveryMethod methodFor(AgencyId agency, AgencyDirectory directory, Instant at) {
        Optional<ReceivingSystem> own = systems.receiverFor(agency, at);
        if (own.isEmpty() && desk.claims(agency, at)) {
            return desk.serves(agency, at) ? new DeliveryMethod.Collect(CONSOLE) : new DeliveryMethod.Unrouted();
        }
        return own.or(() -> systems.carrierFor(agency, at))
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
        return !isHere(agency, at)
                && directory
                        .nearestSuperiorWhere(agency, at, superior -> isHere(superior, at))
                        .isEmpty();
    }

    /** Whether the agency has a clerk here, or a system of its own other than this one: nobody else speaks for it. */
    public boolean hasItsOwn(AgencyId agency, String butFor, Instant at) {
        return desk.claims(agency, at)
                || systems.receiverFor(agency, at)
                        .filter(own -> !own.systemId().equals(butFor))
                        .isPresent();
    }

    private boolean isHere(AgencyId agency, Instant at) {
        return systems.isClaimed(agency, at) || desk.claims(agency, at);
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
