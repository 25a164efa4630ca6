package vn.lienthong.gateway.jdbc;

import vn.lienthong.gateway.dossier.DossiersContract;

final class PostgresDossiersTest extends DossiersContract {

    PostgresDossiersTest() {
        super(PostgresStores.fresh());
    }
}
