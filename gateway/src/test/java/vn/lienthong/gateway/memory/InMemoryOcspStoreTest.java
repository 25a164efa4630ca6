package vn.lienthong.gateway.memory;

import vn.lienthong.gateway.signature.path.OcspStoreContract;

final class InMemoryOcspStoreTest extends OcspStoreContract {

    InMemoryOcspStoreTest() {
        super(new InMemoryStores());
    }
}
