package vn.lienthong.routes.door.console;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestClassOrder;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** How people come in, are kept and are kept out, on one gateway. */
@Tag("ci")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestClassOrder(ClassOrderer.ClassName.class)
class PeopleTest {
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
    class ComingIn extends PeopleComingIn {
        ComingIn() {
            super(PeopleTest.this.fixture);
        }
    }

    @Nested
    class Kept extends PeopleKept {
        Kept() {
            super(PeopleTest.this.fixture);
        }
    }
}
