package vn.lienthong.gateway.memory;

import vn.lienthong.gateway.evidence.EntriesContract;

final class InMemoryEntriesTest extends EntriesContract {

    InMemoryEntriesTest() {
        super(new InMemoryStores());
    }
}
