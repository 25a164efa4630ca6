package vn.lienthong.gateway.memory;

import vn.lienthong.gateway.access.RegistrationRequestsContract;

final class InMemoryRegistrationRequestsTest extends RegistrationRequestsContract {

    InMemoryRegistrationRequestsTest() {
        super(new InMemoryStores());
    }
}
