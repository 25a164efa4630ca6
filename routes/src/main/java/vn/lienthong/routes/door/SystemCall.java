package vn.lienthong.routes.door;

import java.util.List;
import vn.lienthong.gateway.access.Caller;
import vn.lienthong.gateway.finding.Finding;

/** Who calls; or why the call is denied; or that it comes too often to be looked into. */
public sealed interface SystemCall {

    record Known(Caller caller) implements SystemCall {}

    /**
     * A call that was turned away.
     *
     * @param systemId as claimed; empty where none was
     * @param findings for an operator: the caller hears no more than that it is not let in, see {@link #toCaller()}
     */
    record Denied(String systemId, List<Finding> findings) implements SystemCall {
        public Denied {
            findings = List.copyOf(findings);
        }

        /** What a caller that is not authenticated may hear: not which systems exist, nor what they are bound to. */
        public List<Finding> toCaller() {
            return List.of(AuthenticateSystem.notLetIn());
        }
    }

    /** The caller, or the address it calls from, has had its share for now; nothing is written down. */
    record TooMany(LimitCalls.Limited limited) implements SystemCall {}
}
