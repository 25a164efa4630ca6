package vn.lienthong.gateway.jdbc;

import vn.lienthong.gateway.tray.IncomingStampsContract;

final class PostgresIncomingStampsTest extends IncomingStampsContract {

    PostgresIncomingStampsTest() {
        super(PostgresStores.fresh());
    }
}
