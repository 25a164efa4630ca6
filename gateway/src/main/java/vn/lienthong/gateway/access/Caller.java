package vn.lienthong.gateway.access;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.lienthong.gateway.agency.AgencyId;

/**
 * An authenticated system, or a person at the console, and what it may do.
 *
 * @param systemId the identifier it authenticated with
 * @param kind whether it speaks for agencies of its own or carries for others
 * @param limits of its own
 */
public record Caller(String systemId, CallerKind kind, List<Mandate> mandates, CallerLimits limits) {

    public Caller {
        mandates = List.copyOf(mandates);
    }

    /** A caller without limits of its own. */
    public Caller(String systemId, CallerKind kind, List<Mandate> mandates) {
        this(systemId, kind, mandates, CallerLimits.USUAL);
    }

    /** How a person's caller begins; no registered system is called so, since a colon is no part of their names. */
    public static final String PERSON = "USER:";

    /** A person at the console, with what the account may do for which agency. */
    public static Caller person(String username, List<Mandate> mandates) {
        return new Caller(PERSON + username, CallerKind.AGENCY, mandates);
    }

    /** Whether a person acts, not a program. */
    public boolean isPerson() {
        return systemId.startsWith(PERSON);
    }

    /** As evidence names who acts: {@code USER:…} for a person, {@code SYSTEM:…} for a program. */
    public String actor() {
        return isPerson() ? systemId : "SYSTEM:" + systemId;
    }

    /** Whether a mandate for exactly this agency holds: superiors and subordinates count for nothing. */
    public boolean may(Right right, AgencyId agency, Instant at) {
        return mandates.stream().anyMatch(m -> m.right() == right && m.agency().equals(agency) && m.holdsAt(at));
    }

    /** The agencies for which the caller holds the right at the instant. */
    public Set<AgencyId> agencies(Right right, Instant at) {
        return mandates.stream()
                .filter(m -> m.right() == right && m.holdsAt(at))
                .map(Mandate::agency)
                .collect(Collectors.toUnmodifiableSet());
    }
}
