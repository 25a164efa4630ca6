package vn.lienthong.gateway.memory;

import vn.lienthong.gateway.dossier.opinion.OpinionsContract;

final class InMemoryOpinionsTest extends OpinionsContract {

    InMemoryOpinionsTest() {
        super(new InMemoryStores());
    }
}
