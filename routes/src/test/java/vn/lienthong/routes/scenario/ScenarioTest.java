package vn.lienthong.routes.scenario;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
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
        world = World.start(folder.resolve("data"));
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
        return scenarios("everyday");
    }

    /** With a power cut between the steps of the cycle. */
    @Tag("ci")
    @TestFactory
    Stream<DynamicTest> powerCuts() throws IOException, URISyntaxException {
        return scenarios("power-cuts");
    }

    private static Stream<DynamicTest> scenarios(String kind) throws IOException, URISyntaxException {
        URL url = Objects.requireNonNull(ScenarioTest.class.getResource("/scenarios/" + kind));
        try (Stream<Path> files = Files.list(Path.of(url.toURI()))) {
            List<Path> sorted = files.sorted().toList();
            return sorted.stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> play(file)));
        }
    }

    private static void play(Path file) throws Exception {
        Play play = new Play(world);
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            try {
                play.line(line);
            } catch (Exception | AssertionError e) {
                throw new AssertionError(file.getFileName() + ":" + number + ": " + line + "\n" + e.getMessage(), e);
            }
        }
    }
}
