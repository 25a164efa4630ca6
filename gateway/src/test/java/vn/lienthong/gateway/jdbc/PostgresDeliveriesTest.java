package vn.lienthong.gateway.jdbc;

import vn.lienthong.gateway.dossier.DeliveriesContract;

final class PostgresDeliveriesTest extends DeliveriesContract {

    PostgresDeliveriesTest() {
        super(PostgresStores.fresh());
    }
}
