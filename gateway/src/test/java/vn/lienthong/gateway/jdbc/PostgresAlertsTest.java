package vn.lienthong.gateway.jdbc;

import vn.lienthong.gateway.dossier.AlertsContract;

final class PostgresAlertsTest extends AlertsContract {

    PostgresAlertsTest() {
        super(PostgresStores.fresh());
    }
}
