package vn.lienthong.gateway.memory;

import vn.lienthong.gateway.dossier.RefusalsContract;

final class InMemoryRefusalsTest extends RefusalsContract {

    InMemoryRefusalsTest() {
        super(new InMemoryStores());
    }
}
