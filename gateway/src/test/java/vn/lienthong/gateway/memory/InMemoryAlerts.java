package vn.lienthong.gateway.memory;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import vn.lienthong.gateway.dossier.Alerts;
import vn.lienthong.gateway.dossier.DeliveryId;

/** Alerts in a list, in the order they were raised. */
final class InMemoryAlerts implements Alerts {

    private static final Comparator<Raised> CLOSED_LAST_FIRST = Comparator.comparing(
                    (Raised raised) -> raised.closing().orElseThrow().at())
            .thenComparing(Raised::id)
            .reversed();

    private final Tables tables;

    InMemoryAlerts(Tables tables) {
        this.tables = tables;
    }

    @Override
    public void raise(Alert alert) {
        tables.alerts.add(new Raised(tables.alerts.size() + 1L, alert, Optional.empty()));
    }

    @Override
    public void raiseOnce(Alert alert, String textStart) {
        boolean open = tables.alerts.stream()
                .filter(raised -> raised.closing().isEmpty())
                .map(Raised::alert)
                .anyMatch(one -> one.kind().equals(alert.kind()) && one.text().startsWith(textStart));
        if (!open) {
            raise(alert);
        }
    }

    @Override
    public int closeAll(String kind, String textStart, Closing closing) {
        return close(alert -> alert.kind().equals(kind) && alert.text().startsWith(textStart), closing)
                .size();
    }

    @Override
    public List<Alert> closeAbout(DeliveryId delivery, Set<String> kinds, Closing closing) {
        return close(alert -> kinds.contains(alert.kind()) && alert.delivery().equals(Optional.of(delivery)), closing);
    }

    private List<Alert> close(Predicate<Alert> which, Closing closing) {
        List<Raised> meant = tables.alerts.stream()
                .filter(raised -> raised.closing().isEmpty())
                .filter(raised -> which.test(raised.alert()))
                .toList();
        meant.forEach(raised -> close(raised.id(), closing));
        return meant.stream().map(Raised::alert).toList();
    }

    @Override
    public List<Alert> open(int limit) {
        return raised(false, limit).stream().map(Raised::alert).toList();
    }

    @Override
    public List<Alert> open(String kind, String textStart) {
        return open(Integer.MAX_VALUE).stream()
                .filter(alert -> alert.kind().equals(kind) && alert.text().startsWith(textStart))
                .toList();
    }

    @Override
    public List<Raised> raised(boolean closed, int limit) {
        Predicate<Raised> which = raised -> raised.closing().isPresent() == closed;
        return closed
                ? tables.alerts.stream()
                        .filter(which)
                        .sorted(CLOSED_LAST_FIRST)
                        .limit(limit)
                        .toList()
                : tables.alerts.reversed().stream().filter(which).limit(limit).toList();
    }

    @Override
    public Optional<Raised> find(long id) {
        return tables.alerts.stream().filter(raised -> raised.id() == id).findFirst();
    }

    @Override
    public Optional<Alert> close(long id, Closing closing) {
        Optional<Raised> open = find(id).filter(raised -> raised.closing().isEmpty());
        open.ifPresent(raised ->
                tables.alerts.set(tables.alerts.indexOf(raised), new Raised(id, raised.alert(), Optional.of(closing))));
        return open.map(Raised::alert);
    }
}
