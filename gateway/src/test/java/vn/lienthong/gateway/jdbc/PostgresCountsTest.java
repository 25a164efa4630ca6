package vn.lienthong.gateway.jdbc;

import vn.lienthong.gateway.dossier.CountsContract;

final class PostgresCountsTest extends CountsContract {

    PostgresCountsTest() {
        super(PostgresStores.fresh());
    }
}
