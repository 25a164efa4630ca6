package vn.lienthong.routes.link;

import org.junit.jupiter.api.Tag;

/** In the dialect of the axis. */
@Tag("ci")
final class TwoGatewaysTest extends TwoGateways {

    TwoGatewaysTest() {
        super("axis", gateway -> gateway.axis("/"), "/XrdAdapter/adapter");
    }
}
