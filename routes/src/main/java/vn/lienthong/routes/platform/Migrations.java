package vn.lienthong.routes.platform;

import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The tables of a database, as this version of the program has them. */
final class Migrations {
    private static final int ANSWER_SECONDS = 5;

    private Migrations() {}

    static Flyway of(DatabaseAddress address) {
        return Flyway.configure()
                .dataSource(address.url(), address.user(), address.password())
                .load();
    }

    /** Not while a gateway that has just been started still makes its tables, or stops what an earlier one left running. */
    static boolean areDone(DatabaseAddress address) {
        try (Connection connection = address.connect()) {
            return connection.isValid(ANSWER_SECONDS) && of(address).info().pending().length == 0;
        } catch (SQLException | FlywayException notYet) {
            return false;
        }
    }
}
