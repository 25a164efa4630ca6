package vn.lienthong.routes.door.console;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestClassOrder;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The console as a browser meets it, on one gateway with a real database; each subject in a class of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestClassOrder(ClassOrderer.ClassName.class)
class ConsoleTest {
    private ConsoleFixture fixture;

    @BeforeAll
    void start(@TempDir Path folder) {
        fixture = new ConsoleFixture(folder.resolve("data"));
    }

    @AfterAll
    void stop() {
        fixture.close();
    }

    @Nested
    class Doors extends ConsoleDoors {
        Doors() {
            super(ConsoleTest.this.fixture);
        }
    }

    @Nested
    class Looks extends ConsoleLooks {
        Looks() {
            super(ConsoleTest.this.fixture);
        }
    }

    @Nested
    class Stories extends ConsoleStories {
        Stories() {
            super(ConsoleTest.this.fixture);
        }
    }

    @Nested
    class Decisions extends ConsoleDecisions {
        Decisions() {
            super(ConsoleTest.this.fixture);
        }
    }
}
