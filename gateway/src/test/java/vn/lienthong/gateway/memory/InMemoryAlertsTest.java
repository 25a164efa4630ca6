package vn.lienthong.gateway.memory;

import vn.lienthong.gateway.dossier.AlertsContract;

final class InMemoryAlertsTest extends AlertsContract {

    InMemoryAlertsTest() {
        super(new InMemoryStores());
    }
}
