package vn.lienthong.gateway.jdbc;

import vn.lienthong.gateway.evidence.SealsContract;

final class PostgresSealsTest extends SealsContract {

    PostgresSealsTest() {
        super(PostgresStores.fresh());
    }
}
