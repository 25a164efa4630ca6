package vn.lienthong.gateway.agency;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * An agency as it stands over one stretch of time. An agency that is renamed, or comes under another superior, keeps its
 * id and gets a further stretch; one that is merged or split ends, and a {@link Succession} leads on.
 *
 * @param id the same over all its stretches
 * @param name in Vietnamese, as the table of codes writes it
 * @param superior the agency above it, none at level 1
 * @param from first instant of the stretch, to the microsecond
 * @param to first instant after it; empty: until further notice
 */
public record Agency(
        AgencyId id, String name, Optional<AgencyId> superior, AgencyKind kind, Instant from, Optional<Instant> to)
        implements Dated {

    public Agency {
        if (name.isBlank()) {
            throw new IllegalArgumentException("agency name: blank (expected: the name of " + id + ")");
        }
        from = from.truncatedTo(ChronoUnit.MICROS);
        to = to.map(end -> end.truncatedTo(ChronoUnit.MICROS));
    }
}
