package vn.lienthong.routes.flow;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;
import vn.lienthong.gateway.webhook.SendWebhooks;

/** Makes messages of news, twice a second, and begins to send what is due, five times a second. */
@Component
public class WebhookRelay extends RouteBuilder {

    private final SendWebhooks sending;

    public WebhookRelay(SendWebhooks sending) {
        this.sending = sending;
    }

    @Override
    public void configure() {
        from("scheduler:webhook-news?delay=500").routeId("webhook-news").bean(sending, "relay");
        from("scheduler:webhook-send?delay=200").routeId("webhook-send").bean(sending, "send");
        from("scheduler:webhook-forget?initialDelay=60000&delay=60000")
                .routeId("webhook-forget")
                .bean(sending, "forget");
    }
}
