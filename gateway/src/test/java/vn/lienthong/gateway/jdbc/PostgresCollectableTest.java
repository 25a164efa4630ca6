package vn.lienthong.gateway.jdbc;

import vn.lienthong.gateway.dossier.CollectableContract;

final class PostgresCollectableTest extends CollectableContract {

    PostgresCollectableTest() {
        super(PostgresStores.fresh());
    }
}
