package vn.lienthong.gateway.access;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import vn.lienthong.gateway.agency.AgencyId;

/** What people may do for which agency. Read anew at each request: a mandate that ended is over at the next click. */
public interface AccountMandates {

    /** Everything the account may do, past and coming mandates included; nothing for an unknown one. */
    List<Mandate> of(String username);

    /**
     * Adds the mandate. None that is on record is changed by it, be it over.
     *
     * @return false where there is one of the same agency, right and beginning, whenever it ends
     */
    boolean grant(String username, Mandate mandate);

    /**
     * Gives the mandate of the same agency, right and beginning this end, which is never later than the one it had.
     *
     * @return false where there is none, or it ends as early already
     */
    boolean end(String username, Mandate ended);

    /** Names of the enabled accounts that hold the right for exactly this agency at the instant. */
    Set<String> holders(Right right, AgencyId agency, Instant at);

    /** Whether an enabled clerk holds a COLLECT mandate for the agency at the instant. */
    boolean isServed(AgencyId agency, Instant at);

    /**
     * Whether a clerk holds a COLLECT mandate for the agency at the instant, be the account closed: its documents are looked
     * for here, and do not go another way because a clerk is away. An officer only reads what a clerk took.
     */
    boolean isClaimed(AgencyId agency, Instant at);
}
