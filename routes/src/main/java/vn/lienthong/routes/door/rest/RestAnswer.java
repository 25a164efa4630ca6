package vn.lienthong.routes.door.rest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;

/** What an operation answers. */
sealed interface RestAnswer {

    /**
     * A body of JSON.
     *
     * @param location of what was made
     */
    record Json(int status, Optional<String> location, String body) implements RestAnswer {}

    /** JSON that was answered before under the same key. */
    record Again(Json first) implements RestAnswer {}

    /**
     * Plain text for people.
     *
     * @param language as BCP 47 names it
     */
    record Text(String language, String body) implements RestAnswer {}

    /** Done; there is nothing to say. */
    record Nothing() implements RestAnswer {}

    /** The operation has written its answer itself. */
    record Written() implements RestAnswer {}

    /**
     * Why not; the first finding decides the status.
     *
     * @param kept whether reception has written it down already
     */
    record Refused(List<Finding> findings, boolean kept) implements RestAnswer {
        public Refused {
            findings = List.copyOf(findings);
        }
    }

    static RestAnswer ok(Map<String, Object> body) {
        return json(200, Optional.empty(), body);
    }

    static RestAnswer json(int status, Optional<String> location, Map<String, Object> body) {
        return new Json(status, location, RestJson.write(body));
    }

    static RestAnswer refused(ErrorCode code, String where, String text) {
        return refused(Finding.error(code, where, text));
    }

    static RestAnswer refused(Finding finding) {
        return new Refused(List.of(finding), false);
    }

    /** The same for what does not exist and for what the caller has no mandate to see. */
    static RestAnswer notFound(String where, String id) {
        return refused(ErrorCode.NOT_FOUND, where, where + ": " + id + " (expected: một mã mà hệ thống được xem)");
    }
}
