package vn.lienthong.gateway.jdbc;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import vn.lienthong.gateway.dossier.Counts;
import vn.lienthong.gateway.dossier.DeliveryState;
import vn.lienthong.gateway.dossier.DossierState;

public final class PostgresCounts implements Counts {

    private static final String UNDER_WAY =
            "select state, count(*) from delivery where state not in ('HANDED_OVER', 'WITHDRAWN', 'MERGED', 'FAILED') group by state";

    private final Jdbi jdbi;

    public PostgresCounts(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Counted since(Instant from) {
        return jdbi.inTransaction(handle -> new Counted(
                byState(
                        DossierState.class,
                        handle.createQuery(
                                        "select state, count(*) from dossier where received_at >= :from group by state")
                                .bind("from", from)),
                byState(
                        DeliveryState.class,
                        handle.createQuery(
                                        "select state, count(*) from delivery where created_at >= :from group by state")
                                .bind("from", from)),
                count(handle.createQuery("select count(*) from dossier where state = 'HELD'")),
                byState(DeliveryState.class, handle.createQuery(UNDER_WAY)),
                count(handle.createQuery("select count(*) from refusal where at >= :from")
                        .bind("from", from)),
                count(handle.createQuery("select count(*) from alert where closed_at is null"))));
    }

    private static <E extends Enum<E>> Map<E, Long> byState(Class<E> states, Query query) {
        Map<E, Long> counts = new EnumMap<>(states);
        query.map((row, context) -> Map.entry(Enum.valueOf(states, row.getString(1)), row.getLong(2)))
                .forEach(count -> counts.put(count.getKey(), count.getValue()));
        return counts;
    }

    private static long count(Query query) {
        return query.mapTo(Long.class).one();
    }
}
