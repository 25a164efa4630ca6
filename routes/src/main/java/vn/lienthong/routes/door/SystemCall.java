package vn.lienthong.routes.door;

import java.util.List;
import vn.lienthong.gateway.access.Caller;
import vn.lienthong.gateway.finding.Finding;

/** Who calls; or why the call is denied; or that it cannot be looked into now. */
public sealed interface SystemCall {

    record Known(Caller caller) implements SystemCall {}

    /**
     * A call that was turned away.
     *
     * @param systemId as claimed; empty where none was
     * @param findings for an operator: the caller hears no more than that it is not let in, see {@link #toCaller()}
     * @param isTold whether the caller may hear them: that it showed nothing, or what only the owner of a token could show
     */
    record Denied(String systemId, List<Finding> findings, boolean isTold) implements SystemCall {
        public Denied {
            findings = List.copyOf(findings);
        }

        /** What a caller that is not authenticated may hear: not which systems exist, nor what they are bound to. */
        public List<Finding> toCaller() {
            return isTold ? findings : List.of(AuthenticateSystem.notLetIn());
        }
    }

    /**
     * To come again later: the caller, or the address it calls from, has had its share for now, or nobody can say now whether its
     * token counts. Nothing is written down.
     */
    record Later(LimitCalls.Limited limited) implements SystemCall {}
}
