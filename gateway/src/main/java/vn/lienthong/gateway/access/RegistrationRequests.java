package vn.lienthong.gateway.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** Requests to add or delete an agency: a registrar decides, nothing follows by itself. */
public interface RegistrationRequests {

    void add(Request request);

    /** Undecided ones, oldest first. */
    List<Request> open(int limit);

    /** Decided ones, decided last first. */
    List<Request> decided(int limit);

    /** One request, open or decided. */
    Optional<Request> find(long id);

    /**
     * Decides a request, once. The request is held meanwhile: who decides at the same time waits, and then hears that he
     * came second. What the making throws leaves the request open.
     *
     * @param making works out the decision while the request is held; what it changes elsewhere it commits itself
     * @return false when there is no such request, or somebody decided it before
     */
    boolean decide(long id, Function<Request, Decision> making);

    /**
     * One request, as it came.
     *
     * @param body as received; not covered by any signature
     */
    record Request(long id, Instant at, String systemId, String operation, String body, Optional<Decision> decision) {

        /** One that nobody decided yet. */
        public Request(long id, Instant at, String systemId, String operation, String body) {
            this(id, at, systemId, operation, body, Optional.empty());
        }

        /** Whether an agency is to go; else one is to be added. */
        public boolean asksToClose() {
            return operation.equals("deleteAgency");
        }
    }

    /**
     * What became of a request.
     *
     * @param actor as evidence names people
     * @param directoryVersion the version that says what was approved; empty where it was declined
     */
    record Decision(Instant at, String actor, String reason, OptionalLong directoryVersion) {

        public boolean approved() {
            return directoryVersion.isPresent();
        }
    }
}
