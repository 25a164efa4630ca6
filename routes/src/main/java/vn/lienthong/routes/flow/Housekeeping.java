package vn.lienthong.routes.flow;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.delivery.Sweep;
import vn.lienthong.gateway.dossier.SweepVault;
import vn.lienthong.gateway.evidence.SealEntries;
import vn.lienthong.gateway.evidence.StampSeals;
import vn.lienthong.routes.platform.FollowDatabaseClock;
import vn.lienthong.routes.platform.GatewayConfiguration;

/**
 * What happens by itself: sweeping, sealing, stamping, taking up a newer directory, following the database's clock, removing
 * bytes that nobody names.
 */
@Component
public class Housekeeping extends RouteBuilder {

    private final Sweep sweep;
    private final SealEntries seal;
    private final StampSeals stamp;
    private final Agencies agencies;
    private final FollowDatabaseClock clock;
    private final SweepVault vault;
    private final long sweepMillis;
    private final long rerouteMillis;

    public Housekeeping(
            Sweep sweep,
            SealEntries seal,
            StampSeals stamp,
            Agencies agencies,
            FollowDatabaseClock clock,
            SweepVault vault,
            GatewayConfiguration configuration) {
        this.sweep = sweep;
        this.seal = seal;
        this.stamp = stamp;
        this.agencies = agencies;
        this.clock = clock;
        this.vault = vault;
        this.sweepMillis = configuration.delivery().sweepEvery().toMillis();
        this.rerouteMillis = configuration.delivery().rerouteEvery().toMillis();
    }

    @Override
    public void configure() {
        from("scheduler:sweep?delay=" + sweepMillis).routeId("sweep").bean(sweep, "takeBack");
        from("scheduler:clock?initialDelay=0&delay=10000").routeId("clock").bean(clock, "follow");
        from("scheduler:directory?delay=5000").routeId("directory").bean(agencies, "refreshIfNewer");
        from("scheduler:reroute?initialDelay=2000&delay=" + rerouteMillis)
                .routeId("reroute")
                .bean(sweep, "rerouteAll");
        from("scheduler:vault?initialDelay=60000&delay=60000").routeId("vault").bean(vault, "sweep");
        from("scheduler:seal?initialDelay=5000&delay=60000").routeId("seal").bean(seal, "seal");
        // By itself: an authority that lets us wait for minutes holds nothing else up.
        from("scheduler:stamp?initialDelay=8000&delay=10000").routeId("stamp").bean(stamp, "stamp");
    }
}
