package vn.lienthong.gateway.memory;

import vn.lienthong.gateway.evidence.SealsContract;

final class InMemorySealsTest extends SealsContract {

    InMemorySealsTest() {
        super(new InMemoryStores());
    }
}
