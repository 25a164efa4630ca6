package vn.lienthong.gateway.jdbc;

import vn.lienthong.gateway.dossier.UnitOfWorkContract;

final class PostgresUnitOfWorkTest extends UnitOfWorkContract {

    PostgresUnitOfWorkTest() {
        super(PostgresStores.fresh());
    }
}
