package vn.lienthong.routes.platform;

import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The tables of a database, for a command that works on it without a gateway's wiring. */
record Migrations(DatabaseAddress address) {

    private static final int ANSWER_SECONDS = 5;

    /** Not while a gateway that has just been started still makes its tables, or stops what an earlier one left running. */
    boolean areDone() {
        try (Connection connection = address.connect()) {
            return connection.isValid(ANSWER_SECONDS) && flyway().info().pending().length == 0;
        } catch (SQLException | FlywayException notYet) {
            return false;
        }
    }

    void run() {
        flyway().migrate();
    }

    private Flyway flyway() {
        return Flyway.configure()
                .dataSource(address.url(), address.user(), address.password())
                .load();
    }
}
