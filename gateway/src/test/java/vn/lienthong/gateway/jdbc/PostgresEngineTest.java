package vn.lienthong.gateway.jdbc;

import vn.lienthong.gateway.dossier.EngineContract;

final class PostgresEngineTest extends EngineContract {

    PostgresEngineTest() {
        super(PostgresStores.fresh());
    }
}
