package vn.lienthong.gateway.memory;

import vn.lienthong.gateway.dossier.EngineContract;

final class InMemoryEngineTest extends EngineContract {

    InMemoryEngineTest() {
        super(new InMemoryStores());
    }
}
