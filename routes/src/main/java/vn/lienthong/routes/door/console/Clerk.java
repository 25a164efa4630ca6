package vn.lienthong.routes.door.console;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import vn.lienthong.gateway.access.Caller;
import vn.lienthong.gateway.access.Right;
import vn.lienthong.gateway.agency.AgencyId;

/**
 * A clerk at one request.
 *
 * @param caller with the mandates of this moment, those for bodies that became the clerk's agencies among them
 * @param own the agencies in whose name the clerk may begin something
 */
record Clerk(ConsoleUser user, Caller caller, Set<AgencyId> own, Instant now) {

    /** The agencies whose documents the clerk reads. */
    Set<AgencyId> reading() {
        return caller.agencies(Right.COLLECT, now);
    }

    /** The agencies whose sent documents and drafts are the clerk's. */
    Set<AgencyId> sending() {
        return caller.agencies(Right.SEND, now);
    }

    /** The agencies whose sent documents this person follows: an officer writes nothing, and sees what the agency sent. */
    Set<AgencyId> following() {
        return writes() ? sending() : reading();
    }

    /** Whether this person takes documents and acts on them; an officer only looks at what a clerk took. */
    boolean writes() {
        return Permission.TRAYS.isGrantedTo(user.role());
    }

    /** The agencies whose documents the clerk reads and answers for. */
    Set<AgencyId> answering() {
        Set<AgencyId> status = caller.agencies(Right.STATUS, now);
        return reading().stream().filter(status::contains).collect(Collectors.toUnmodifiableSet());
    }
}
