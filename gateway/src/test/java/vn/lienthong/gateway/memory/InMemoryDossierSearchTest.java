package vn.lienthong.gateway.memory;

import vn.lienthong.gateway.dossier.DossierSearchContract;

final class InMemoryDossierSearchTest extends DossierSearchContract {

    InMemoryDossierSearchTest() {
        super(new InMemoryStores());
    }
}
