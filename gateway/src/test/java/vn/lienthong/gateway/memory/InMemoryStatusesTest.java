package vn.lienthong.gateway.memory;

import vn.lienthong.gateway.status.StatusesContract;

final class InMemoryStatusesTest extends StatusesContract {

    InMemoryStatusesTest() {
        super(new InMemoryStores());
    }
}
