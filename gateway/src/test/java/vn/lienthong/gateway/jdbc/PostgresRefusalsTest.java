package vn.lienthong.gateway.jdbc;

import vn.lienthong.gateway.dossier.RefusalsContract;

final class PostgresRefusalsTest extends RefusalsContract {

    PostgresRefusalsTest() {
        super(PostgresStores.fresh());
    }
}
