package vn.lienthong.routes.flow;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;
import vn.lienthong.routes.link.FetchFromNeighbour;

/** Asks each neighbour for what waits there, on a thread of its own: one that is slow keeps no other waiting. */
@Component
public class AxisPolling extends RouteBuilder {

    static final String TEMPLATE = "axis-polling";
    static final String NEIGHBOUR = "neighbour";

    private final PollingRoutes routes;
    private final FetchFromNeighbour fetching;

    public AxisPolling(PollingRoutes routes, FetchFromNeighbour fetching) {
        this.routes = routes;
        this.fetching = fetching;
    }

    @Override
    public void configure() {
        from("scheduler:neighbours?initialDelay=1000&delay=2000")
                .routeId("neighbours")
                .bean(routes, "start");
        routeTemplate(TEMPLATE)
                .templateParameter(NEIGHBOUR)
                .from("scheduler:axis-{{neighbour}}?initialDelay=0&delay=500")
                .setBody(constant("{{neighbour}}"))
                .bean(fetching, "fetch");
    }
}
