package vn.lienthong.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code serve} promises about itself, seen from outside. */
class ServeTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    static Path folder;

    private static GatewayProcess gateway;

    @BeforeAll
    static void start() {
        gateway = GatewayProcess.start(folder.resolve("data"), Map.of("axis.max-header-size", "512KB"));
        gateway.awaitReady();
    }

    @AfterAll
    static void stop() throws IOException {
        gateway.close();
    }

    @Test
    void keepsTheAxisAndTheConsoleOnTheirOwnPorts() throws Exception {
        assertThat(status(gateway.console("/actuator/health"), 0)).isEqualTo(200);
        assertThat(status(gateway.axis("/actuator/health"), 0)).isEqualTo(404);
        assertThat(status(gateway.axis("/XrdAdapter/../actuator/health"), 0)).isEqualTo(404);
        assertThat(status(gateway.axis("/"), 0)).isEqualTo(404);
        assertThat(status(gateway.console("/XrdAdapter/adapter/getAgenciesList"), 0))
                .isEqualTo(404);
        assertThat(status(gateway.axis("/XrdAdapter/adapter/getAgenciesList"), 0))
                .isNotEqualTo(404);
    }

    @Test
    void takesLongHeadersOnTheAxisPortOnly() throws Exception {
        int axis = status(gateway.axis("/XrdAdapter/adapter/getAgenciesList"), 400_000);
        assertThat(axis).isNotIn(400, 431, 404);
        assertThat(status(gateway.console("/actuator/health"), 400_000)).isIn(400, 431);
        assertThat(status(gateway.axis("/XrdAdapter/adapter/getAgenciesList"), 600_000))
                .isIn(400, 431);
    }

    @Test
    void runsItsDatabaseDurablyAndWithAPassword() throws Exception {
        try (Connection connection = gateway.database();
                Statement statement = connection.createStatement()) {
            for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
                assertThat(text(statement, "SHOW " + setting)).as(setting).isEqualTo("on");
            }
            assertThat(text(statement, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(text(statement, "SELECT usesuper::text FROM pg_user WHERE usename = current_user"))
                    .isEqualTo("false");
        }
        for (String secret : new String[] {"postgres", "postgres-admin"}) {
            Path file = gateway.data().resolve("secrets").resolve(secret);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void givesItsDataFolderToNobodyElse() throws Exception {
        CommandRun second = CommandRun.of("serve", "--data", gateway.data().toString());
        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.output()).contains("đang được một tiến trình liên thông khác dùng");
        assertThat(status(gateway.console("/actuator/health"), 0)).isEqualTo(200);
    }

    @Test
    void doctorTellsTheClockBesideARunningGateway() throws Exception {
        CommandRun doctor = CommandRun.of("doctor", "--data", gateway.data().toString());
        assertThat(doctor.output()).contains("ms so với cơ sở dữ liệu");
    }

    private static int status(URI target, int headerBytes) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(target);
        if (headerBytes > 0) {
            request.header("XroadVnpt-to", "x".repeat(headerBytes));
        }
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException refusedWhileSending) {
            return 400;
        }
    }

    private static String text(Statement statement, String query) throws java.sql.SQLException {
        try (ResultSet answer = statement.executeQuery(query)) {
            answer.next();
            return answer.getString(1);
        }
    }
}
