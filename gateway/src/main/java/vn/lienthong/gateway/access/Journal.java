package vn.lienthong.gateway.access;

import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;
import vn.lienthong.gateway.agency.AgencyId;

/**
 * Writes down what one person, or one command line, does about access.
 *
 * @param actor as evidence names people
 * @param agencies what an agency is called, for whoever reads it later
 */
public record Journal(AccessEvents events, String actor, Function<AgencyId, String> agencies, Clock clock) {

    void note(AccessAct act, String subject, String detail) {
        events.add(new AccessEvent(clock.instant(), actor, act, subject, detail));
    }

    /** A mandate that ends by now was ended, any other was granted. */
    void note(String holder, Mandate mandate) {
        Instant now = clock.instant();
        boolean ends = mandate.to().filter(end -> !end.isAfter(now)).isPresent();
        String until = mandate.to().map(end -> " to " + end).orElse("");
        String agency = mandate.agency().equals(Mandate.BEYOND) ? "*" : agencies.apply(mandate.agency());
        note(
                ends ? AccessAct.MANDATE_ENDED : AccessAct.MANDATE_GRANTED,
                holder,
                mandate.right() + " " + agency + " from " + mandate.from() + until);
    }
}
