package vn.lienthong.gateway.jdbc;

import vn.lienthong.gateway.evidence.EntriesContract;

final class PostgresEntriesTest extends EntriesContract {

    PostgresEntriesTest() {
        super(PostgresStores.fresh());
    }
}
