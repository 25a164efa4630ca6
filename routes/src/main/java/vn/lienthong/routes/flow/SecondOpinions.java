package vn.lienthong.routes.flow;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;
import vn.lienthong.gateway.dossier.opinion.AskOpinions;
import vn.lienthong.routes.platform.GatewayConfiguration;
import vn.lienthong.routes.platform.OpinionBacklog;

/** Asks another engine about what is on record, on threads that carry nothing else; begins when the start is over. */
@Component
public class SecondOpinions extends RouteBuilder {

    private final AskOpinions asking;
    private final OpinionBacklog backlog;
    private final GatewayConfiguration configuration;

    public SecondOpinions(AskOpinions asking, OpinionBacklog backlog, GatewayConfiguration configuration) {
        this.asking = asking;
        this.backlog = backlog;
        this.configuration = configuration;
    }

    @Override
    public void configure() {
        from("scheduler:second-opinion-backlog?initialDelay=5000&delay=10000")
                .routeId("second-opinion-backlog")
                .bean(backlog, "look");
        for (int i = 1; i <= configuration.verification().secondOpinionThreads(); i++) {
            from("scheduler:second-opinion-" + i + "?initialDelay=5000&delay=2000")
                    .routeId("second-opinion-" + i)
                    .autoStartup(configuration.verification().asks())
                    .bean(asking, "ask");
        }
    }
}
