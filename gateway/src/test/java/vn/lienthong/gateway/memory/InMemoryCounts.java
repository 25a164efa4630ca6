package vn.lienthong.gateway.memory;

import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.lienthong.gateway.dossier.Counts;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.dossier.DossierState;
import vn.lienthong.gateway.memory.Tables.DossierRow;

/** Counts by looking at everything. */
final class InMemoryCounts implements Counts {

    private final InMemoryUnitOfWork work;
    private final InMemoryRefusals refusals;

    InMemoryCounts(InMemoryUnitOfWork work, InMemoryRefusals refusals) {
        this.work = work;
        this.refusals = refusals;
    }

    @Override
    public Counted since(Instant from) {
        return work.onTables(tables -> new Counted(
                byState(dossiers(tables).filter(dossier -> !dossier.receivedAt().isBefore(from)), Dossier::state),
                byState(
                        deliveries(tables)
                                .filter(delivery -> !delivery.createdAt().isBefore(from)),
                        Delivery::state),
                dossiers(tables)
                        .filter(dossier -> dossier.state() == DossierState.HELD)
                        .count(),
                byState(deliveries(tables).filter(delivery -> !delivery.state().isFinal()), Delivery::state),
                refusals.latest(Integer.MAX_VALUE).stream()
                        .filter(refusal -> !refusal.at().isBefore(from))
                        .count(),
                tables.alerts.size()));
    }

    private static Stream<Dossier> dossiers(Tables tables) {
        return tables.dossiers.values().stream().map(DossierRow::dossier);
    }

    private static Stream<Delivery> deliveries(Tables tables) {
        return tables.deliveries.values().stream();
    }

    private static <T, S> Map<S, Long> byState(Stream<T> rows, Function<T, S> state) {
        return rows.collect(Collectors.groupingBy(state, Collectors.counting()));
    }
}
