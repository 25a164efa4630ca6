package vn.lienthong.gateway.access;

import java.time.Instant;
import java.util.Optional;
import vn.lienthong.gateway.agency.AgencyId;

/**
 * A right to act for one agency, for a time.
 *
 * @param from first instant at which it holds
 * @param to first instant at which it no longer holds; empty while open-ended
 */
public record Mandate(AgencyId agency, Right right, Instant from, Optional<Instant> to) {

    public boolean holdsAt(Instant at) {
        return !at.isBefore(from) && to.map(at::isBefore).orElse(true);
    }
}
