package vn.lienthong.gateway.jdbc;

import vn.lienthong.gateway.access.RegistrationRequestsContract;

final class PostgresRegistrationRequestsTest extends RegistrationRequestsContract {

    PostgresRegistrationRequestsTest() {
        super(PostgresStores.fresh());
    }
}
