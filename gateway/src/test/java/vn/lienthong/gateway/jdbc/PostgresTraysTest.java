package vn.lienthong.gateway.jdbc;

import vn.lienthong.gateway.tray.TraysContract;

final class PostgresTraysTest extends TraysContract {

    PostgresTraysTest() {
        super(PostgresStores.fresh());
    }
}
