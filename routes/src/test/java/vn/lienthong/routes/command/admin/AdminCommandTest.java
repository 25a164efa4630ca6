package vn.lienthong.routes.command.admin;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestClassOrder;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.routes.platform.Administration;
import vn.lienthong.routes.platform.Progress;

/** Commands beside a running database, which this class keeps up, on one data folder; each subject in a class of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestClassOrder(ClassOrderer.ClassName.class)
class AdminCommandTest {
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Administration running;

    @BeforeAll
    void start(@TempDir Path given) {
        folder = given;
        String[] setting = AdminCase.BINARIES.split("=", 2);
        running = Administration.open(folder.resolve("data"), Map.of(setting[0], setting[1]), Progress.silent());
    }

    @AfterAll
    void stop() {
        running.close();
    }

    @Nested
    class Systems extends AdminSystems {
        Systems() {
            super(AdminCommandTest.this.folder, AdminCommandTest.this.running);
        }
    }

    @Nested
    class People extends AdminPeople {
        People() {
            super(AdminCommandTest.this.folder, AdminCommandTest.this.running);
        }
    }

    @Nested
    class Ground extends AdminGround {
        Ground() {
            super(AdminCommandTest.this.folder, AdminCommandTest.this.running);
        }
    }

    @Nested
    class Requests extends AdminRequests {
        Requests() {
            super(AdminCommandTest.this.folder, AdminCommandTest.this.running);
        }
    }

    @Nested
    class Signing extends AdminSigning {
        Signing() {
            super(AdminCommandTest.this.folder, AdminCommandTest.this.running);
        }
    }

    @Nested
    class Words extends AdminWords {
        Words() {
            super(AdminCommandTest.this.folder, AdminCommandTest.this.running);
        }
    }

    @Nested
    @Tag("ci")
    class Journal extends AdminJournal {
        Journal() {
            super(AdminCommandTest.this.folder, AdminCommandTest.this.running);
        }
    }
}
