package vn.lienthong.gateway.jdbc;

import vn.lienthong.gateway.dossier.RepeatsContract;

final class PostgresRepeatsTest extends RepeatsContract {

    PostgresRepeatsTest() {
        super(PostgresStores.fresh());
    }
}
