package vn.lienthong.gateway.memory;

import vn.lienthong.gateway.tray.IncomingStampsContract;

final class InMemoryIncomingStampsTest extends IncomingStampsContract {

    InMemoryIncomingStampsTest() {
        super(new InMemoryStores());
    }
}
