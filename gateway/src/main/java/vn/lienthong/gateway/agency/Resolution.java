package vn.lienthong.gateway.agency;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where a code, read as of one instant, leads at another. Only {@link Resolved} and {@link Succeeded} name one agency to
 * deliver to, and that agency is valid then; every other outcome waits for a rule or a person.
 */
public sealed interface Resolution {

    AgencyCode code();

    /** The one agency to deal with, where there is one. */
    default Optional<AgencyId> destination() {
        return switch (this) {
            case Resolved resolved -> Optional.of(resolved.agency());
            case Succeeded succeeded -> Optional.of(succeeded.successor());
            case Split split -> Optional.empty();
            case Closed closed -> Optional.empty();
            case NotYet notYet -> Optional.empty();
            case Unknown unknown -> Optional.empty();
        };
    }

    /** The agency that the code meant is still there. */
    record Resolved(AgencyCode code, AgencyId agency) implements Resolution {}

    /**
     * The agency that the code meant is gone, and all of it went to one agency, be it that the new one keeps the code.
     *
     * @param path the successions followed, in the order they were followed
     */
    record Succeeded(AgencyCode code, AgencyId original, AgencyId successor, List<Succession> path)
            implements Resolution {
        public Succeeded {
            path = List.copyOf(path);
        }
    }

    /**
     * The agency that the code meant went to several, or only a part of it is known to have gone anywhere. Nobody
     * guesses: a rule or a person chooses.
     *
     * @param candidates valid agencies, one or more, in an order that does not depend on chance
     * @param path all successions followed
     */
    record Split(AgencyCode code, AgencyId original, List<AgencyId> candidates, List<Succession> path)
            implements Resolution {
        public Split {
            candidates = List.copyOf(candidates);
            path = List.copyOf(path);
        }
    }

    /** The agency that the code meant ended, and no valid agency is on record as its successor. */
    record Closed(AgencyCode code, AgencyId original, Instant since) implements Resolution {}

    /** The code is planned: it will name the agency from an instant that lies ahead. */
    record NotYet(AgencyCode code, AgencyId agency, Instant from) implements Resolution {}

    /** No agency was ever on record under the code. */
    record Unknown(AgencyCode code) implements Resolution {}
}
