package vn.lienthong.routes.link;

import org.junit.jupiter.api.Tag;

/** In the dialect of provincial platforms. */
@Tag("ci")
final class TwoGatewaysProvincialTest extends TwoGateways {

    TwoGatewaysProvincialTest() {
        super("provincial", gateway -> gateway.services("/"), "");
    }
}
