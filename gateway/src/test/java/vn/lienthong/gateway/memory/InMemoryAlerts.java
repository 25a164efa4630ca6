package vn.lienthong.gateway.memory;

import java.util.List;
import vn.lienthong.gateway.dossier.Alerts;

/** Alerts in a list, in the order they were raised. */
final class InMemoryAlerts implements Alerts {

    private final Tables tables;

    InMemoryAlerts(Tables tables) {
        this.tables = tables;
    }

    @Override
    public void raise(Alert alert) {
        tables.alerts.add(alert);
    }

    @Override
    public List<Alert> open(int limit) {
        return tables.alerts.reversed().stream().limit(limit).toList();
    }
}
