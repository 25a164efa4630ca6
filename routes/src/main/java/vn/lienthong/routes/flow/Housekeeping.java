package vn.lienthong.routes.flow;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.delivery.Sweep;
import vn.lienthong.gateway.evidence.SealEntries;
import vn.lienthong.gateway.evidence.StampSeals;

/** What happens by itself: sweeping, sealing, stamping, taking up a newer directory. */
@Component
public class Housekeeping extends RouteBuilder {

    private final Sweep sweep;
    private final SealEntries seal;
    private final StampSeals stamp;
    private final Agencies agencies;

    public Housekeeping(Sweep sweep, SealEntries seal, StampSeals stamp, Agencies agencies) {
        this.sweep = sweep;
        this.seal = seal;
        this.stamp = stamp;
        this.agencies = agencies;
    }

    @Override
    public void configure() {
        from("scheduler:sweep?delay=1000").routeId("sweep").bean(sweep, "takeBack");
        from("scheduler:directory?delay=5000").routeId("directory").bean(agencies, "refreshIfNewer");
        from("scheduler:reroute?initialDelay=2000&delay=15000")
                .routeId("reroute")
                .bean(sweep, "rerouteAll");
        from("scheduler:seal?initialDelay=5000&delay=60000").routeId("seal").bean(seal, "seal");
        // By itself: an authority that lets us wait for minutes holds nothing else up.
        from("scheduler:stamp?initialDelay=8000&delay=10000").routeId("stamp").bean(stamp, "stamp");
    }
}
