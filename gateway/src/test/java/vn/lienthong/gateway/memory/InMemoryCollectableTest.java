package vn.lienthong.gateway.memory;

import vn.lienthong.gateway.dossier.CollectableContract;

final class InMemoryCollectableTest extends CollectableContract {

    InMemoryCollectableTest() {
        super(new InMemoryStores());
    }
}
