package vn.lienthong.routes.platform.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.lienthong.routes.platform.DatabaseAddress;

/** Tables and functions that came into a schema since a moment, to take them out again. Extensions stay: the next try wants them. */
final class MadeTables {
    private static final String ALL =
            """
            select format('drop table if exists %s cascade', oid::regclass) from pg_class
              where relkind in ('r', 'p') and relnamespace = current_schema()::regnamespace
            union all
            select format('drop function if exists %s cascade', oid::regprocedure) from pg_proc p
              where pronamespace = current_schema()::regnamespace
                and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
            """;

    private final DatabaseAddress address;
    private final Set<String> before;

    private MadeTables(DatabaseAddress address, Set<String> before) {
        this.address = address;
        this.before = before;
    }

    static MadeTables from(DatabaseAddress address) throws SQLException {
        try (Connection connection = address.connect()) {
            return new MadeTables(address, new HashSet<>(drops(connection)));
        }
    }

    /** All of them or none. */
    void drop() throws SQLException {
        try (Connection connection = address.connect()) {
            connection.setAutoCommit(false);
            List<String> drops = drops(connection);
            drops.removeAll(before);
            try (Statement statement = connection.createStatement()) {
                for (String drop : drops) {
                    statement.execute(drop);
                }
            }
            connection.commit();
        }
    }

    private static List<String> drops(Connection connection) throws SQLException {
        List<String> all = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(ALL)) {
            while (rows.next()) {
                all.add(rows.getString(1));
            }
        }
        return all;
    }
}
