package vn.lienthong.gateway.access;

import java.time.Clock;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import vn.lienthong.gateway.agency.AgencyId;

/**
 * Writes down what one person, or one command line, does about access.
 *
 * @param actor as evidence names people
 * @param agencies what an agency is called, for whoever reads it later
 */
public record Journal(AccessEvents events, String actor, Function<AgencyId, String> agencies, Clock clock) {

    /**
     * Does the work, and writes it down where it did something: both or neither.
     *
     * @param act what it is, with its facts
     * @return what the work said
     */
    boolean noted(BooleanSupplier work, AccessAct act, String subject, String detail) {
        return noted(work, List.of(act), subject, detail);
    }

    private boolean noted(BooleanSupplier work, List<AccessAct> acts, String subject, String detail) {
        return events.together(() -> {
            boolean done = work.getAsBoolean();
            if (done) {
                acts.forEach(act -> events.add(new AccessEvent(clock.instant(), actor, act, subject, detail)));
            }
            return done;
        });
    }

    /** Likewise of what is always done. */
    void noted(Runnable work, AccessAct act, String subject, String detail) {
        noted(work, List.of(act), subject, detail);
    }

    /** Likewise of what is more than one act, in their order. */
    void noted(Runnable work, List<AccessAct> acts, String subject, String detail) {
        BooleanSupplier always = () -> {
            work.run();
            return true;
        };
        noted(always, acts, subject, detail);
    }

    /** What is written down of a mandate; to be asked for before the work, as the directory is read in a transaction of its own. */
    String facts(Mandate mandate) {
        String until = mandate.to().map(end -> " to " + end).orElse("");
        String agency = mandate.agency().equals(Mandate.BEYOND) ? "*" : agencies.apply(mandate.agency());
        return mandate.right() + " " + agency + " from " + mandate.from() + until;
    }
}
