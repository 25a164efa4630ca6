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

/** The same scenario files, everybody coming through the door of the provincial dialect. */
@Tag("ci")
class ProvincialScenarioTest {

    @TempDir
    static Path folder;

    private static World world;

    @BeforeAll
    static void start() throws Exception {
        world = World.start(folder.resolve("data"), World.Doorway.PROVINCIAL);
    }

    @AfterAll
    static void stop() throws IOException {
        if (world != null) {
            world.close();
        }
    }

    @TestFactory
    Stream<DynamicTest> everyday() throws IOException, URISyntaxException {
        return Play.files("everyday", world);
    }

    @TestFactory
    Stream<DynamicTest> powerCuts() throws IOException, URISyntaxException {
        return Play.files("power-cuts", world);
    }
}
