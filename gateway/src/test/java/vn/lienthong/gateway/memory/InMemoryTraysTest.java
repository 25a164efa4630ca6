package vn.lienthong.gateway.memory;

import vn.lienthong.gateway.tray.TraysContract;

final class InMemoryTraysTest extends TraysContract {

    InMemoryTraysTest() {
        super(new InMemoryStores());
    }
}
