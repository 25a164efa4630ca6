package vn.lienthong.routes.platform.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;
import vn.lienthong.gateway.jdbc.PostgresReferences;
import vn.lienthong.routes.platform.DatabaseAddress;

/**
 * The record at one instant: a transaction that sees what was committed when it began and nothing later, however long it is
 * read and whatever is written beside it.
 */
final class Snapshot implements AutoCloseable {
    private static final int FETCHED_ROWS = 5_000;

    /** Flyway's own, which is made anew by the steps of the schema. */
    private static final String HISTORY = "flyway_schema_history";

    private final Connection connection;
    private final String point;

    private Snapshot(Connection connection, String point) {
        this.connection = connection;
        this.point = point;
    }

    static Snapshot take(DatabaseAddress address) throws SQLException {
        Connection connection = address.connect();
        try {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            return new Snapshot(
                    connection,
                    words(connection, "select to_char(now() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')")
                            .getFirst());
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** When: what was answered before it is in it. */
    String point() {
        return point;
    }

    List<String> tables() throws SQLException {
        return words(
                connection,
                "select relname from pg_class where relkind = 'r' and relnamespace = current_schema()::regnamespace"
                        + " and relname <> '" + HISTORY + "' order by relname");
    }

    /** Those that are written: what the database computes by itself is left out. */
    List<String> columns(String table) throws SQLException {
        return words(
                connection,
                "select attname from pg_attribute where attrelid = '" + Names.quoted(table)
                        + "'::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum");
    }

    /** Writes a table's rows; returns how many. */
    long copy(String table, List<String> columns, OutputStream out) throws SQLException, IOException {
        return connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("COPY " + Names.quoted(table) + " (" + Names.quoted(columns) + ") TO STDOUT", out);
    }

    /** What each counting column has given out by now, which may be more than the snapshot shows. */
    List<Manifest.Sequence> sequences() throws SQLException {
        List<Manifest.Sequence> all = new ArrayList<>();
        String query =
                """
                select t.relname, a.attname, coalesce(pg_sequence_last_value(s.oid), 0)
                from pg_class s join pg_depend d on d.objid = s.oid and d.deptype in ('a', 'i')
                join pg_class t on t.oid = d.refobjid
                join pg_attribute a on a.attrelid = t.oid and a.attnum = d.refobjsubid
                where s.relkind = 'S' and s.relnamespace = current_schema()::regnamespace order by 1, 2
                """;
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                all.add(new Manifest.Sequence(rows.getString(1), rows.getString(2), rows.getLong(3)));
            }
        }
        return all;
    }

    /** Files that hold keys of agencies' seals and of officers, or what opens them; tokens' keys are in no file. */
    List<Path> sealFiles() throws SQLException {
        String query =
                """
                select path from agency_seal where kind = 'PKCS12' and (to_at is null or to_at > now())
                union
                select secret_file from agency_seal where secret_file is not null and (to_at is null or to_at > now())
                union
                select path from signer_key where kind = 'PKCS12' and (to_at is null or to_at > now())
                union
                select secret_file from signer_key where secret_file is not null and (to_at is null or to_at > now())
                order by 1
                """;
        return words(connection, query).stream().map(Path::of).toList();
    }

    /** Takes each digest that the record names, in order. */
    interface Named {
        void take(String digest, boolean needed) throws IOException;
    }

    void eachNamed(Named named) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(FETCHED_ROWS);
            try (ResultSet rows = statement.executeQuery(PostgresReferences.ALL)) {
                while (rows.next()) {
                    named.take(rows.getString(1), rows.getBoolean(2));
                }
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private static List<String> words(Connection connection, String query) throws SQLException {
        List<String> all = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                all.add(rows.getString(1));
            }
        }
        return all;
    }
}
