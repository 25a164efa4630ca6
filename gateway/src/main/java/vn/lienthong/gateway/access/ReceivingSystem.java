package vn.lienthong.gateway.access;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A registered document system.
 *
 * @param timestampWindow how old a signed request of it may be
 * @param boundAddresses source addresses (CIDR) that it must come from; empty means anywhere
 * @param boundCertificate SHA-256 (lower-case hex) of the client certificate that it must show
 * @param pushTo where documents are pushed to, and how; empty when the system collects
 */
public record ReceivingSystem(
        String systemId,
        String name,
        CallerKind kind,
        Duration timestampWindow,
        List<String> boundAddresses,
        Optional<String> boundCertificate,
        Optional<PushTarget> pushTo,
        boolean enabled) {

    /** Default of the axis dialect: the client library dates its requests once, when it is made. */
    public static final Duration DEFAULT_TIMESTAMP_WINDOW = Duration.ofHours(24);

    public ReceivingSystem {
        boundAddresses = List.copyOf(boundAddresses);
        if (timestampWindow.compareTo(DEFAULT_TIMESTAMP_WINDOW) > 0
                && boundAddresses.isEmpty()
                && boundCertificate.isEmpty()) {
            throw new IllegalArgumentException("timestampWindow: " + timestampWindow
                    + " (expected: at most 24 h unless the system is bound to an address or a client certificate)");
        }
    }

    /** The same system, let in or not. */
    public ReceivingSystem withEnabled(boolean letIn) {
        return new ReceivingSystem(
                systemId, name, kind, timestampWindow, boundAddresses, boundCertificate, pushTo, letIn);
    }
}
