package vn.lienthong.routes.platform;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** The gateway's database and its owner inside the embedded server. The owner is no superuser: SQL stays inside the database. */
final class GatewayDatabase {
    static final String NAME = "lienthong";

    private GatewayDatabase() {}

    /** Makes what is missing; each step stands alone, so a start that was cut short is finished by the next. */
    static void ensure(Connection administrator, String ownerPassword) throws SQLException {
        if (!exists(administrator, "SELECT 1 FROM pg_roles WHERE rolname = ?")) {
            // The password is our own URL-safe base64: no quote can be in it.
            run(administrator, "CREATE ROLE " + NAME + " LOGIN PASSWORD '" + ownerPassword + "'");
        }
        if (!exists(administrator, "SELECT 1 FROM pg_database WHERE datname = ?")) {
            run(administrator, "CREATE DATABASE " + NAME + " OWNER " + NAME);
        }
    }

    private static boolean exists(Connection connection, String query) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, NAME);
            return statement.executeQuery().next();
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
