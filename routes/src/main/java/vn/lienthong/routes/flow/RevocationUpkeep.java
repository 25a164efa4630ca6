package vn.lienthong.routes.flow;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;
import vn.lienthong.gateway.dossier.reception.VerifyAgain;
import vn.lienthong.gateway.signature.path.CrlCache;
import vn.lienthong.gateway.signature.path.FetchLists;
import vn.lienthong.routes.platform.GatewayConfiguration;
import vn.lienthong.routes.platform.KeepTrust;

/**
 * What is learnt about certificates by itself, each on a thread of its own: changed trust, lists that another process put on
 * record, lists that an authority publishes; and another look at the documents that waited for it.
 */
@Component
public class RevocationUpkeep extends RouteBuilder {

    private final KeepTrust trust;
    private final CrlCache lists;
    private final FetchLists fetching;
    private final VerifyAgain again;
    private final GatewayConfiguration configuration;

    public RevocationUpkeep(
            KeepTrust trust,
            CrlCache lists,
            FetchLists fetching,
            VerifyAgain again,
            GatewayConfiguration configuration) {
        this.trust = trust;
        this.lists = lists;
        this.fetching = fetching;
        this.again = again;
        this.configuration = configuration;
    }

    @Override
    public void configure() {
        from("scheduler:trust?delay=2000").routeId("trust").bean(trust, "keep");
        from("scheduler:crl-refresh?delay=5000").routeId("crl-refresh").bean(lists, "refresh");
        from("scheduler:crl-fetch?delay=2000")
                .routeId("crl-fetch")
                .autoStartup(configuration.revocation().fetch())
                .bean(fetching, "fetch");
        from("scheduler:verify-again?initialDelay=2000&delay=2000")
                .routeId("verify-again")
                .bean(again, "verifyAgain");
    }
}
