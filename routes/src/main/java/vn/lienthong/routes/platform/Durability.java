package vn.lienthong.routes.platform;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The settings without which a committed row is not there after a power cut. A gateway answers its callers after a commit,
 * so it does not run on a database that has them off.
 */
final class Durability {
    private static final List<String> NEEDED = List.of("fsync", "synchronous_commit", "full_page_writes");

    private Durability() {}

    /** @throws StartRefused naming the setting that is off */
    static void require(Connection connection) throws SQLException {
        for (String setting : NEEDED) {
            String value = show(connection, setting);
            if (value.equals("off")) {
                throw new StartRefused("cơ sở dữ liệu: " + setting + " = " + value
                        + " (expected: on): bật lại trong cấu hình PostgreSQL, nếu không dữ liệu đã xác nhận có thể mất khi"
                        + " mất điện");
            }
        }
    }

    private static String show(Connection connection, String setting) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("SHOW " + setting)) {
            answer.next();
            return answer.getString(1);
        }
    }
}
