package vn.lienthong.routes.scenario;

import java.io.IOException;
import java.net.URISyntaxException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import vn.lienthong.routes.Beside;

/** The same scenario files, everybody coming through the door of the provincial dialect. */
@Beside
@Tag("ci")
class ProvincialScenarioTest extends ThroughOneDoor {

    ProvincialScenarioTest() {
        super(World.Doorway.PROVINCIAL);
    }

    @TestFactory
    Stream<DynamicTest> powerCuts() throws IOException, URISyntaxException {
        return PowerCuts.through(world());
    }
}
