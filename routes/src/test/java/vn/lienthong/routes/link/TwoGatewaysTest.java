package vn.lienthong.routes.link;

import org.junit.jupiter.api.Tag;
import vn.lienthong.routes.Beside;

/** In the dialect of the axis. */
@Beside
@Tag("ci")
final class TwoGatewaysTest extends TwoGateways {

    TwoGatewaysTest() {
        super("axis", gateway -> gateway.axis("/"), "/XrdAdapter/adapter");
    }
}
