package vn.lienthong.gateway.memory;

import vn.lienthong.gateway.dossier.DeliveriesContract;

final class InMemoryDeliveriesTest extends DeliveriesContract {

    InMemoryDeliveriesTest() {
        super(new InMemoryStores());
    }
}
