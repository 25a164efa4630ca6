package vn.lienthong.gateway.jdbc;

import vn.lienthong.gateway.status.StatusesContract;

final class PostgresStatusesTest extends StatusesContract {

    PostgresStatusesTest() {
        super(PostgresStores.fresh());
    }
}
