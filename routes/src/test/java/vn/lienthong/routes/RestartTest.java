package vn.lienthong.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.routes.platform.BrokerProbe;

/** What is committed, to the database or to the broker, is there after {@code kill -9}. */
@Beside
class RestartTest {
    @Test
    void keepsRowsAndMessagesOverAKillAndTakesCareOfTheServerLeftBehind(@TempDir Path folder) throws Exception {
        try (GatewayProcess gateway = GatewayProcess.start(folder.resolve("data"), Map.of())) {
            gateway.awaitReady();
            try (java.sql.Connection database = gateway.database();
                    Statement statement = database.createStatement()) {
                statement.execute("CREATE TABLE restart_test (word text)");
                statement.execute("INSERT INTO restart_test VALUES ('committed')");
            }
            gateway.kill();
            ProcessHandle orphan = gateway.databaseServer().orElseThrow();
            assertThat(orphan.isAlive()).as("the server outlives its gateway").isTrue();
            BrokerProbe.send(gateway.data(), "restart-test", "stored");

            gateway.restart().awaitReady();
            assertThat(orphan.isAlive()).as("the server left behind is gone").isFalse();
            try (java.sql.Connection database = gateway.database();
                    Statement statement = database.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT word FROM restart_test")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).isEqualTo("committed");
            }
            gateway.kill();
            assertThat(BrokerProbe.receive(gateway.data(), "restart-test")).contains("stored");
        }
    }
}
