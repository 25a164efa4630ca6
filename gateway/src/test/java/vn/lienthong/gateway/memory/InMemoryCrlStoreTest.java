package vn.lienthong.gateway.memory;

import vn.lienthong.gateway.signature.path.CrlStoreContract;

final class InMemoryCrlStoreTest extends CrlStoreContract {

    InMemoryCrlStoreTest() {
        super(new InMemoryStores());
    }
}
