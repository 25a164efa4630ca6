package vn.lienthong.routes.flow;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/**
 * Takes dispatches of one receiving system off its queue, each in a local JMS transaction. The broker redelivers only
 * after a rollback; everything else about a failed attempt is the record's.
 */
@Component
public class Delivery extends RouteBuilder {

    static final String TEMPLATE = "delivery";
    static final String SYSTEM = "system";

    private final DeliverDispatch delivering;

    public Delivery(DeliverDispatch delivering) {
        this.delivering = delivering;
    }

    @Override
    public void configure() {
        routeTemplate(TEMPLATE)
                .templateParameter(SYSTEM)
                .templateParameter("consumers", "4")
                .from(
                        "jms:queue:delivery.{{system}}?transacted=true&cacheLevelName=CACHE_CONSUMER&concurrentConsumers={{consumers}}"
                                + "&receiveTimeout=1000&errorHandlerLoggingLevel=WARN")
                .errorHandler(noErrorHandler())
                .bean(delivering, "deliver");
    }
}
