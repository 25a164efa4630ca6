package vn.lienthong.routes.flow;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;
import vn.lienthong.gateway.delivery.RelayDue;

/** Gives what is due to the broker, again and again while batches come back full. */
@Component
public class OutboxRelay extends RouteBuilder {

    private final RelayDue relay;

    public OutboxRelay(RelayDue relay) {
        this.relay = relay;
    }

    @Override
    public void configure() {
        from("scheduler:outbox-relay?delay=200&greedy=true")
                .routeId("outbox-relay")
                .bean(relay, "relay");
    }
}
