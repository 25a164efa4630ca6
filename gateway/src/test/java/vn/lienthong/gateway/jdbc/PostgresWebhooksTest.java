package vn.lienthong.gateway.jdbc;

import vn.lienthong.gateway.webhook.WebhooksContract;

final class PostgresWebhooksTest extends WebhooksContract {

    PostgresWebhooksTest() {
        super(PostgresStores.fresh());
    }
}
