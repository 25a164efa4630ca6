package vn.lienthong.gateway.jdbc;

import vn.lienthong.gateway.access.SystemsContract;

final class PostgresSystemsTest extends SystemsContract {

    PostgresSystemsTest() {
        super(PostgresStores.fresh());
    }
}
