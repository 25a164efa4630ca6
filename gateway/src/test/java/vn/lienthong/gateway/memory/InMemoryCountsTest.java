package vn.lienthong.gateway.memory;

import vn.lienthong.gateway.dossier.CountsContract;

final class InMemoryCountsTest extends CountsContract {

    InMemoryCountsTest() {
        super(new InMemoryStores());
    }
}
