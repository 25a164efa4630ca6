package vn.lienthong.gateway.jdbc;

import vn.lienthong.gateway.dossier.opinion.OpinionsContract;

final class PostgresOpinionsTest extends OpinionsContract {

    PostgresOpinionsTest() {
        super(PostgresStores.fresh());
    }
}
