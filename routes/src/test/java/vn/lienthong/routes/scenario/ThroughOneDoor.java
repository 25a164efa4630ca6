package vn.lienthong.routes.scenario;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The scenario files, one after the other, against one gateway, everybody coming through the same door. Quick enough for every
 * build: where power is cut, see the classes themselves.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ThroughOneDoor {

    private final World.Doorway doorway;
    private @Nullable World world;

    ThroughOneDoor(World.Doorway doorway) {
        this.doorway = doorway;
    }

    @BeforeAll
    final void start(@TempDir Path folder) throws Exception {
        world = World.start(folder.resolve("data"), doorway);
    }

    @AfterAll
    final void stop() throws IOException {
        if (world != null) {
            world.close();
        }
    }

    final World world() {
        return Objects.requireNonNull(world, "not started");
    }

    @TestFactory
    Stream<DynamicTest> everyday() throws IOException, URISyntaxException {
        return Play.files("everyday", world());
    }
}
