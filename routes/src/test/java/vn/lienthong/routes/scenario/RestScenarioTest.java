package vn.lienthong.routes.scenario;

import java.io.IOException;
import java.net.URISyntaxException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import vn.lienthong.routes.Beside;

/** The same scenario files, everybody coming through the REST door. */
@Beside
@Tag("ci")
class RestScenarioTest extends ThroughOneDoor {

    RestScenarioTest() {
        super(World.Doorway.REST);
    }

    @TestFactory
    Stream<DynamicTest> powerCuts() throws IOException, URISyntaxException {
        return PowerCuts.through(world());
    }
}
