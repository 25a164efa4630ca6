package vn.lienthong.routes.flow;

import java.util.Map;
import org.apache.camel.CamelContext;
import vn.lienthong.gateway.access.Neighbour;
import vn.lienthong.gateway.access.Neighbours;
import vn.lienthong.routes.platform.CatchAll;

/** The routes that ask neighbours. A neighbour's route is started when it is first known; whether it is due is on record. */
public final class PollingRoutes {

    private final CamelContext camel;
    private final Neighbours neighbours;

    public PollingRoutes(CamelContext camel, Neighbours neighbours) {
        this.camel = camel;
        this.neighbours = neighbours;
    }

    /** Starts the routes of neighbours that have none. */
    public void start() {
        neighbours.all().stream().map(Neighbour::systemId).forEach(this::start);
    }

    @CatchAll("Camel declares Exception for adding a route; whatever it is, the neighbour cannot be asked")
    private void start(String systemId) {
        String routeId = "axis-" + systemId;
        if (camel.getRoute(routeId) == null) {
            try {
                camel.addRouteFromTemplate(routeId, AxisPolling.TEMPLATE, Map.of(AxisPolling.NEIGHBOUR, systemId));
            } catch (Exception e) {
                throw new IllegalStateException("route " + routeId + ": does not start", e);
            }
        }
    }
}
