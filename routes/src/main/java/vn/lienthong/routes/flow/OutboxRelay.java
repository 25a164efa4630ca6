package vn.lienthong.routes.flow;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;
import vn.lienthong.gateway.delivery.RelayDue;

/** Gives what is due to the broker, five times a second. */
@Component
public class OutboxRelay extends RouteBuilder {

    private final RelayDue relay;

    public OutboxRelay(RelayDue relay) {
        this.relay = relay;
    }

    @Override
    public void configure() {
        from("scheduler:outbox-relay?delay=200").routeId("outbox-relay").bean(relay, "relayAll");
    }
}
