package vn.lienthong.gateway.memory;

import vn.lienthong.gateway.dossier.DossiersContract;

final class InMemoryDossiersTest extends DossiersContract {

    InMemoryDossiersTest() {
        super(new InMemoryStores());
    }
}
