package vn.lienthong.routes.link;

import org.junit.jupiter.api.Tag;
import vn.lienthong.routes.Beside;

/** In the dialect of provincial platforms. */
@Beside
@Tag("ci")
final class TwoGatewaysProvincialTest extends TwoGateways {

    TwoGatewaysProvincialTest() {
        super("provincial", gateway -> gateway.services("/"), "");
    }
}
