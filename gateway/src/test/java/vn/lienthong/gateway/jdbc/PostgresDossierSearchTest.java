package vn.lienthong.gateway.jdbc;

import vn.lienthong.gateway.dossier.DossierSearchContract;

final class PostgresDossierSearchTest extends DossierSearchContract {

    PostgresDossierSearchTest() {
        super(PostgresStores.fresh());
    }
}
