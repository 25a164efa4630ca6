package vn.lienthong.routes.scenario;

import java.io.IOException;
import java.net.URISyntaxException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import vn.lienthong.routes.Beside;

/** The same scenario files, everybody having nothing but a folder; but for those that say what files cannot. */
@Beside
@Tag("ci")
class FolderScenarioTest extends ThroughOneDoor {

    private static final List<String> NOT_BY_FILES = List.of(
            // Whoever writes to the folder is the system: there is no secret to be wrong.
            "03-what-is-refused",
            // A copy lies with its recipient at once: it is asked back, and never just withdrawn.
            "05-recall",
            "06-recall-comes-first",
            "07-take-back",
            "11-an-update",
            "12-a-replacement",
            "14-taking-back-is-agreed",
            // Only "done" can be said, by taking the file away.
            "09-processing-and-fail",
            // What lies in a folder is not taken out of it again.
            "15-reorganised-on-the-way",
            // A file has no place for recipients, nor for a hop that does not stand in it.
            "19-narrowing",
            "20-the-hop");

    FolderScenarioTest() {
        super(World.Doorway.FILE);
    }

    @Override
    @TestFactory
    Stream<DynamicTest> everyday() throws IOException, URISyntaxException {
        return Play.files("everyday", world())
                .filter(test -> NOT_BY_FILES.stream().noneMatch(test.getDisplayName()::startsWith));
    }
}
