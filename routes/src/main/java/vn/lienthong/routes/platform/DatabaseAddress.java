package vn.lienthong.routes.platform;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * Where a PostgreSQL is and who we are there.
 *
 * @param url {@code jdbc:postgresql://…}
 */
public record DatabaseAddress(String url, String user, String password) {
    /** A new connection, outside any pool. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    /** Without the password: records are printed in messages. */
    @Override
    public String toString() {
        return url + " (" + user + ")";
    }
}
