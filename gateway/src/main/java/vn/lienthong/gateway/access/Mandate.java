package vn.lienthong.gateway.access;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import vn.lienthong.gateway.agency.AgencyId;

/**
 * A right to act for one agency, for a time.
 *
 * @param from first instant at which it holds
 * @param to first instant at which it no longer holds; empty while open-ended
 */
public record Mandate(AgencyId agency, Right right, Instant from, Optional<Instant> to) {

    /**
     * Stands in a {@link Right#TRANSIT} mandate for every agency that nobody here answers for: who holds it is the default
     * route. No directory has an agency of this id.
     */
    public static final AgencyId BEYOND = new AgencyId(new UUID(0, 0));

    public boolean holdsAt(Instant at) {
        return !at.isBefore(from) && to.map(at::isBefore).orElse(true);
    }

    /** Whether it holds no longer, nor ever will. */
    public boolean isOverAt(Instant at) {
        return to.filter(end -> !at.isBefore(end)).isPresent();
    }

    /** Whether whoever holds this has all of the other one already. */
    public boolean covers(Mandate other) {
        return right == other.right
                && agency.equals(other.agency)
                && !from.isAfter(other.from)
                && to.map(end -> other.to.filter(until -> !end.isBefore(until)).isPresent())
                        .orElse(true);
    }

    /** The same, ended: one that was to begin later never does. */
    public Mandate endedAt(Instant at) {
        return new Mandate(agency, right, from, Optional.of(at.isAfter(from) ? at : from));
    }
}
