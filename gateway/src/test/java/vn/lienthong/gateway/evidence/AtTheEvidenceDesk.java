package vn.lienthong.gateway.evidence;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A desk of its own for each test. */
abstract class AtTheEvidenceDesk {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    EvidenceDesk desk;

    @BeforeEach
    void open() {
        desk = new EvidenceDesk(folder);
    }

    @AfterEach
    void close() {
        desk.close();
    }
}
