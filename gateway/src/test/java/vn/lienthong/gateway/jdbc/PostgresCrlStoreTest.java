package vn.lienthong.gateway.jdbc;

import vn.lienthong.gateway.signature.path.CrlStoreContract;

final class PostgresCrlStoreTest extends CrlStoreContract {

    PostgresCrlStoreTest() {
        super(PostgresStores.fresh());
    }
}
