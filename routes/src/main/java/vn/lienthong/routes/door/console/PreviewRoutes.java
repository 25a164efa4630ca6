package vn.lienthong.routes.door.console;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.agency.AgencyDirectory;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.delivery.DeliveryChange;
import vn.lienthong.gateway.delivery.Reroute;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.DeliveryState;

/** What a decision would do to each copy, by the same routing that the command itself will use. */
@Component
class PreviewRoutes {

    private final Agencies agencies;
    private final Reroute reroute;
    private final Clock clock;

    PreviewRoutes(Agencies agencies, Reroute reroute, Clock clock) {
        this.agencies = agencies;
        this.reroute = reroute;
        this.clock = clock;
    }

    /**
     * @param kind {@code push}, {@code collect}, {@code nowhere}, {@code undecided} or {@code closed}
     * @param system the receiving system; empty where there is none
     */
    record Effect(String code, Optional<AgencyId> agency, String kind, String system) {}

    List<Effect> effects(Story story, DossierAction action) {
        return story.deliveries().stream()
                .filter(delivery -> delivery.state() == DeliveryState.HELD)
                .map(delivery -> switch (action) {
                    case RELEASE ->
                        delivery.agency()
                                .map(agency -> to(delivery, agency))
                                .orElseGet(() -> without(delivery, "undecided"));
                    case REFUSE -> without(delivery, "closed");
                })
                .toList();
    }

    /** Where the copy would go if it were the agency's. */
    Effect to(Delivery delivery, AgencyId agency) {
        Instant now = clock.instant();
        AgencyDirectory directory = agencies.current();
        AgencyId current = directory.currentOf(agency, now);
        DeliveryChange.Target target = reroute.target(current, directory, now);
        String kind = target.systemId().isEmpty() ? "nowhere" : target.push() ? "push" : "collect";
        return new Effect(
                delivery.code().text(),
                Optional.of(current),
                kind,
                target.systemId().orElse(""));
    }

    private static Effect without(Delivery delivery, String kind) {
        return new Effect(delivery.code().text(), delivery.agency(), kind, "");
    }
}
