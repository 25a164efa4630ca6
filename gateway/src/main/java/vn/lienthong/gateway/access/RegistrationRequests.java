package vn.lienthong.gateway.access;

import java.time.Instant;
import java.util.List;

/** Requests to add or delete an agency: a registrar decides, nothing follows by itself. */
public interface RegistrationRequests {

    void add(Request request);

    /** Undecided ones, oldest first. */
    List<Request> open(int limit);

    /**
     * One request, as it came.
     *
     * @param body as received; not covered by any signature
     */
    record Request(long id, Instant at, String systemId, String operation, String body) {}
}
