package vn.lienthong.routes.scenario;

import java.io.IOException;
import java.net.URISyntaxException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import vn.lienthong.routes.Beside;

/** Every scenario file, one after the other, against one gateway that is killed and restarted where the files say so. */
@Beside
class ScenarioTest extends ThroughOneDoor {

    ScenarioTest() {
        super(World.Doorway.AXIS);
    }

    /** With a power cut between the steps of the cycle. */
    @Tag("ci")
    @TestFactory
    Stream<DynamicTest> powerCuts() throws IOException, URISyntaxException {
        return PowerCuts.through(world());
    }
}
