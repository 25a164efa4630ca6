package vn.lienthong.gateway.memory;

import java.time.Instant;
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
    public int close(String kind, String textStart, Instant at) {
        int before = tables.alerts.size();
        tables.alerts.removeIf(
                alert -> alert.kind().equals(kind) && alert.text().startsWith(textStart));
        return before - tables.alerts.size();
    }

    @Override
    public List<Alert> open(int limit) {
        return tables.alerts.reversed().stream().limit(limit).toList();
    }
}
