package vn.lienthong.routes.door.axis;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.lienthong.gateway.access.Caller;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.routes.door.LimitCalls;

/** Who calls, and with which signed parameters; or why the call is denied. */
sealed interface AxisCall {

    /**
     * An authenticated call.
     *
     * @param parameters signed ones only: what a caller sends beside them counts for nothing
     */
    record Known(Caller caller, Map<String, String> parameters) implements AxisCall {

        Optional<String> parameter(String name) {
            return Optional.ofNullable(parameters.get(name))
                    .map(String::strip)
                    .filter(value -> !value.isEmpty() && !value.equals("null"));
        }

        Finding missing(String name) {
            return Finding.error(
                    ErrorCode.PARAMETER_MISSING, name, name + ": thiếu (expected: header XroadVnpt-" + name + ")");
        }
    }

    /**
     * A call that was turned away.
     *
     * @param systemId as claimed
     */
    record Denied(String systemId, List<Finding> findings) implements AxisCall {}

    /** The caller, or the address it calls from, has had its share for now. */
    record Later(LimitCalls.Limited limited) implements AxisCall {}
}
