package vn.lienthong.routes.flow;

import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import vn.lienthong.gateway.delivery.Dispatch;
import vn.lienthong.gateway.delivery.RelayDue;
import vn.lienthong.routes.platform.CatchAll;

/** The queues of the receiving systems. A system's route is started when it first has something to receive. */
public final class DeliveryQueues implements RelayDue.Queue {

    private static final String DUPLICATE_ID = "_AMQ_DUPL_ID";

    private final CamelContext camel;
    private final ProducerTemplate producer;

    public DeliveryQueues(CamelContext camel, ProducerTemplate producer) {
        this.camel = camel;
        this.producer = producer;
    }

    @Override
    public void send(String systemId, Dispatch dispatch) {
        start(systemId);
        producer.sendBodyAndHeaders(
                "jms:queue:delivery." + systemId + "?deliveryPersistent=true",
                "",
                Map.of(
                        DeliverDispatch.DELIVERY,
                        dispatch.delivery().toString(),
                        DeliverDispatch.DISPATCH,
                        Integer.toString(dispatch.number()),
                        DUPLICATE_ID,
                        dispatch.duplicateId()));
    }

    /** Starts the system's route unless it runs: after a restart what lay in its queue is taken up as well. */
    @CatchAll("Camel declares Exception for adding a route; whatever it is, nothing can be relayed to the system")
    public synchronized void start(String systemId) {
        String routeId = "delivery-" + systemId;
        if (camel.getRoute(routeId) == null) {
            try {
                camel.addRouteFromTemplate(routeId, Delivery.TEMPLATE, Map.of(Delivery.SYSTEM, systemId));
            } catch (Exception e) {
                throw new IllegalStateException("route " + routeId + ": does not start", e);
            }
        }
    }
}
