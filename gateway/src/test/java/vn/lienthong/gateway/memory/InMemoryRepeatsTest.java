package vn.lienthong.gateway.memory;

import vn.lienthong.gateway.dossier.RepeatsContract;

final class InMemoryRepeatsTest extends RepeatsContract {

    InMemoryRepeatsTest() {
        super(new InMemoryStores());
    }
}
