package vn.lienthong.gateway.memory;

import vn.lienthong.gateway.access.SystemsContract;

final class InMemorySystemsTest extends SystemsContract {

    InMemorySystemsTest() {
        super(new InMemoryStores());
    }
}
