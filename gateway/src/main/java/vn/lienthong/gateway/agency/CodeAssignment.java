package vn.lienthong.gateway.agency;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * That a code names an agency for a stretch of time. A code names at most one agency at any instant; over time it may
 * name several.
 *
 * @param from first instant, to the microsecond
 * @param to first instant after; empty: until further notice
 * @param knownFrom when this gateway learned it, which may be long after {@code from}
 */
public record CodeAssignment(
        AgencyCode code, AgencyId agency, CodeForm form, Instant from, Optional<Instant> to, Instant knownFrom)
        implements Dated {

    public CodeAssignment {
        from = from.truncatedTo(ChronoUnit.MICROS);
        to = to.map(end -> end.truncatedTo(ChronoUnit.MICROS));
        knownFrom = knownFrom.truncatedTo(ChronoUnit.MICROS);
    }

    /** Whether both say the same of the world, whenever they were learned. */
    public boolean saysTheSameAs(CodeAssignment other) {
        return equals(new CodeAssignment(other.code, other.agency, other.form, other.from, other.to, knownFrom));
    }
}
