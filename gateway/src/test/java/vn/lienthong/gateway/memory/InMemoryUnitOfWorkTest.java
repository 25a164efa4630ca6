package vn.lienthong.gateway.memory;

import vn.lienthong.gateway.dossier.UnitOfWorkContract;

final class InMemoryUnitOfWorkTest extends UnitOfWorkContract {

    InMemoryUnitOfWorkTest() {
        super(new InMemoryStores());
    }
}
