package vn.lienthong.gateway.memory;

import vn.lienthong.gateway.webhook.WebhooksContract;

final class InMemoryWebhooksTest extends WebhooksContract {

    InMemoryWebhooksTest() {
        super(new InMemoryStores());
    }
}
