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
}
