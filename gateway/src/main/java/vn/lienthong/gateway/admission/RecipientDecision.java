package vn.lienthong.gateway.admission;

import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.dossier.Hold;

/** What is done for one recipient of a document that was taken. */
public sealed interface RecipientDecision {

    /** Goes to this agency. */
    record Deliver(AgencyId agency) implements RecipientDecision {}

    /** Waits for a person, the other recipients do not. */
    record Wait(Hold by, String reason) implements RecipientDecision {}
}
