package vn.lienthong.routes.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.routes.GatewayProcess;

class AdministrationTest {

    @TempDir
    Path folder;

    /** Who writes both commands into one script gets what he asked for. */
    @Test
    void aCommandWaitsForAGatewayThatWasJustStarted() throws IOException {
        Path data = folder.resolve("data");
        Map<String, String> settings = Map.of(
                "database.embedded-binaries",
                Path.of("target", "postgres").toAbsolutePath().toString());
        try (GatewayProcess gateway = GatewayProcess.start(data, Map.of())) {
            gateway.awaitTakenFolder();
            try (Administration administration = Administration.open(data, settings, Progress.silent())) {
                assertThat(administration.isBesideAGateway()).isTrue();
                assertThat(administration.systems().all()).isEmpty();
            }
            gateway.awaitReady();
        }
    }
}
