package vn.lienthong.routes.flow;

import java.time.Clock;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;
import vn.lienthong.gateway.signature.path.FetchAnswers;
import vn.lienthong.gateway.signature.path.KnownRevocations;
import vn.lienthong.gateway.signature.path.OcspStore;
import vn.lienthong.routes.platform.GatewayConfiguration;

/** What responders are asked by itself, and what another process asked them; answers that nobody needs any more are forgotten. */
@Component
public class OcspUpkeep extends RouteBuilder {

    private final KnownRevocations known;
    private final FetchAnswers fetching;
    private final OcspStore store;
    private final Clock clock;
    private final GatewayConfiguration configuration;

    public OcspUpkeep(
            KnownRevocations known,
            FetchAnswers fetching,
            OcspStore store,
            Clock clock,
            GatewayConfiguration configuration) {
        this.known = known;
        this.fetching = fetching;
        this.store = store;
        this.clock = clock;
        this.configuration = configuration;
    }

    @Override
    public void configure() {
        from("scheduler:ocsp-refresh?delay=5000").routeId("ocsp-refresh").bean(this, "refresh");
        from("scheduler:ocsp-fetch?delay=2000")
                .routeId("ocsp-fetch")
                .autoStartup(configuration.revocation().fetch())
                .bean(fetching, "fetch");
        from("scheduler:ocsp-forget?initialDelay=60000&delay=86400000")
                .routeId("ocsp-forget")
                .bean(this, "forget");
    }

    public int refresh() {
        return known.refresh(clock.instant());
    }

    public int forget() {
        return store.forget(
                clock.instant().minus(configuration.revocation().ocsp().keep()));
    }
}
