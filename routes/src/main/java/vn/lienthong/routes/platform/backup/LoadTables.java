package vn.lienthong.routes.platform.backup;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.postgresql.PGConnection;
import vn.lienthong.gateway.dossier.DeliveryState;
import vn.lienthong.routes.platform.DatabaseAddress;
import vn.lienthong.routes.platform.Migrations;
import vn.lienthong.routes.platform.Progress;
import vn.lienthong.routes.platform.StartRefused;

/** Fills an empty database with the tables of a backup: the schema of that time, then the rows, in one transaction. */
final class LoadTables {
    /** So far apart that no message which a broker or a receiver still holds from before is taken for one from after. */
    private static final int NUMBERS_APART = 1_000;

    /** Any other copy may be sent or tried again. */
    private static final String FINAL = Arrays.stream(DeliveryState.values())
            .filter(DeliveryState::isFinal)
            .map(state -> "'" + state + "'")
            .collect(Collectors.joining(", "));

    private final DatabaseAddress address;
    private final Progress progress;

    LoadTables(DatabaseAddress address, Progress progress) {
        this.address = address;
        this.progress = progress;
    }

    /**
     * Fills it. The steps of the schema commit as they are taken, the rows at once at the end; where one of it fails the database
     * is emptied again, so that the same command can be given once more.
     *
     * @throws StartRefused when the database is not empty, or this program does not know the backup's schema
     */
    void load(ZipFile zip, Manifest manifest) throws SQLException, IOException {
        requireEmpty();
        MadeTables made = MadeTables.from(address);
        try {
            fill(zip, manifest);
        } catch (IOException | SQLException | RuntimeException e) {
            try {
                made.drop();
            } catch (SQLException left) {
                e.addSuppressed(left);
                throw new StartRefused(
                        "không khôi phục được: " + e.getMessage() + "; cơ sở dữ liệu " + address
                                + " còn bảng dở dang (expected: cơ sở dữ liệu rỗng: dropdb rồi createdb một cái mới)",
                        e);
            }
            throw e;
        }
    }

    private void fill(ZipFile zip, Manifest manifest) throws SQLException, IOException {
        Migrations.firstUnknown(address, manifest.schema()).ifPresent(step -> {
            throw new StartRefused("bản sao lưu có bước lược đồ V" + step.version() + " mà chương trình này không biết"
                    + " (expected: chương trình phiên bản " + manifest.program() + " hoặc mới hơn)");
        });
        Migrations.bringTo(address, manifest.schemaVersion());
        try (Connection connection = address.connect()) {
            connection.setAutoCommit(false);
            List<String> references = dropReferences(connection);
            truncate(connection, manifest);
            for (Manifest.Table table : manifest.tables()) {
                copy(connection, zip, table);
            }
            for (Manifest.Sequence sequence : manifest.sequences()) {
                count(connection, sequence);
            }
            for (String reference : references) {
                run(connection, reference);
            }
            afterwards(connection, manifest);
            connection.commit();
        }
    }

    private void requireEmpty() throws SQLException {
        try (Connection connection = address.connect();
                Statement statement = connection.createStatement();
                ResultSet tables = statement.executeQuery("select count(*) from pg_class where relkind in ('r', 'p')"
                        + " and relnamespace = current_schema()::regnamespace")) {
            tables.next();
            if (tables.getLong(1) > 0) {
                throw new StartRefused("cơ sở dữ liệu " + address + " đã có " + tables.getLong(1)
                        + " bảng (expected: cơ sở dữ liệu rỗng: tạo một cái mới bằng createdb)");
            }
        }
    }

    /** Rows come table by table, in no order that references would like. Returns how each is put back, which checks it. */
    private static List<String> dropReferences(Connection connection) throws SQLException {
        String query =
                """
                select format('alter table %s drop constraint %I', conrelid::regclass, conname),
                       format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
                from pg_constraint where contype = 'f' and connamespace = current_schema()::regnamespace
                """;
        List<String> drops = new ArrayList<>();
        List<String> adds = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                drops.add(rows.getString(1));
                adds.add(rows.getString(2));
            }
        }
        for (String drop : drops) {
            run(connection, drop);
        }
        return adds;
    }

    /** What the steps of the schema planted by themselves is in the backup as it was by then. */
    private static void truncate(Connection connection, Manifest manifest) throws SQLException {
        List<String> guarded = guarded(connection);
        for (String table : guarded) {
            run(connection, "alter table " + table + " disable trigger user");
        }
        run(
                connection,
                "truncate "
                        + Names.quoted(manifest.tables().stream()
                                .map(Manifest.Table::name)
                                .toList()));
        for (String table : guarded) {
            run(connection, "alter table " + table + " enable trigger user");
        }
    }

    /** Tables with triggers, such as those that let nobody take a line away: a database that is being made is not guarded yet. */
    private static List<String> guarded(Connection connection) throws SQLException {
        String query =
                """
                select distinct tgrelid::regclass::text from pg_trigger t join pg_class c on c.oid = t.tgrelid
                where not tgisinternal and relnamespace = current_schema()::regnamespace
                """;
        List<String> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    private void copy(Connection connection, ZipFile zip, Manifest.Table table) throws SQLException, IOException {
        try (InputStream rows = zip.getInputStream(
                Objects.requireNonNull(zip.getEntry(table.part().name())))) {
            long copied = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "COPY " + Names.quoted(table.name()) + " (" + Names.quoted(table.columns())
                                    + ") FROM STDIN",
                            rows);
            if (copied != table.rows()) {
                throw new StartRefused(
                        "bảng " + table.name() + ": " + copied + " dòng (expected: " + table.rows() + ")");
            }
            if (copied > 0) {
                progress.say("bảng " + table.name() + ": " + copied + " dòng");
            }
        }
    }

    private static void count(Connection connection, Manifest.Sequence sequence) throws SQLException {
        String next = "select setval(pg_get_serial_sequence(?, ?), greatest(?, (select coalesce(max("
                + Names.quoted(sequence.column()) + "), 0) from " + Names.quoted(sequence.table()) + ")) + 1, false)";
        try (PreparedStatement statement = connection.prepareStatement(next)) {
            statement.setString(1, Names.quoted(sequence.table()));
            statement.setString(2, sequence.column());
            statement.setLong(3, sequence.last());
            statement.execute();
        }
    }

    /** An operator is told; and neither copies nor news get a number that was given out after the point. */
    private static void afterwards(Connection connection, Manifest manifest) throws SQLException {
        run(
                connection,
                "update attempt a set dispatch = a.dispatch + " + NUMBERS_APART + " from delivery d"
                        + " where d.id = a.delivery_id and a.ended_at is null and d.state not in (" + FINAL + ")");
        run(
                connection,
                "update delivery set dispatch = dispatch + " + NUMBERS_APART + " where state not in (" + FINAL + ")");
        if (manifest.tables().stream().anyMatch(table -> table.name().equals("webhook"))) {
            run(connection, "update webhook set sequence = sequence + " + NUMBERS_APART);
        }
        try (PreparedStatement alert =
                connection.prepareStatement("insert into alert (at, kind, text) values (now(), ?, ?)")) {
            alert.setString(1, "RESTORED");
            alert.setString(
                    2,
                    "Dữ liệu đã được khôi phục về thời điểm " + manifest.point()
                            + ": những gì nhận sau đó phải được gửi lại; hãy báo các hệ thống và láng giềng.");
            alert.execute();
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
