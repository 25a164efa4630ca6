package vn.lienthong.gateway.jdbc;

import vn.lienthong.gateway.signature.path.OcspStoreContract;

final class PostgresOcspStoreTest extends OcspStoreContract {

    PostgresOcspStoreTest() {
        super(PostgresStores.fresh());
    }
}
