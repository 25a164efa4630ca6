package vn.lienthong.gateway.access;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.agency.AgencyDirectory;

/**
 * Gives who acts for an agency the mandates for the bodies that became it as a whole: the successor answers for what they
 * sent and received. Where a body was split nobody inherits, and a superior never does.
 */
public final class InheritMandates {

    private final Agencies agencies;
    private final Clock clock;

    public InheritMandates(Agencies agencies, Clock clock) {
        this.agencies = agencies;
        this.clock = clock;
    }

    /** The mandates, and behind them those that were inherited by now, each for as long as the one it comes from. */
    public List<Mandate> with(List<Mandate> own) {
        AgencyDirectory directory = agencies.current();
        Instant now = clock.instant();
        List<Mandate> all = new ArrayList<>(own);
        for (Mandate mandate : own) {
            if (mandate.right().isOwnAlone()) {
                continue;
            }
            directory
                    .succeededBy(mandate.agency(), now)
                    .forEach(before -> all.add(new Mandate(before, mandate.right(), mandate.from(), mandate.to())));
        }
        return List.copyOf(all);
    }
}
