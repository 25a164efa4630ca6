package vn.lienthong.routes.scenario;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every scenario file, one after the other, against one gateway that is killed and restarted where the files say so. */
class ScenarioTest {

    @TempDir
    static Path folder;

    private static World world;

    @BeforeAll
    static void start() throws Exception {
        world = World.start(folder.resolve("data"), World.Doorway.AXIS);
    }

    @AfterAll
    static void stop() throws IOException {
        if (world != null) {
            world.close();
        }
    }

    /** Without a power cut: quick enough for every build. */
    @TestFactory
    Stream<DynamicTest> everyday() throws IOException, URISyntaxException {
        return Play.files("everyday", world);
    }

    /** With a power cut between the steps of the cycle. */
    @Tag("ci")
    @TestFactory
    Stream<DynamicTest> powerCuts() throws IOException, URISyntaxException {
        return Play.files("power-cuts", world);
    }
}
