package vn.lienthong.routes.platform;

import jakarta.jms.JMSException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Database and broker: whether they start, keep what they are given, and share our time. */
final class StoreExamination {
    private static final String DATABASE = "cơ sở dữ liệu";
    private static final String BROKER = "hàng đợi";

    private StoreExamination() {}

    static List<Diagnosis> examine(DataFolder data, GatewayConfiguration configuration) {
        List<Diagnosis> all = new ArrayList<>(database(data, configuration));
        all.add(broker(data, configuration.broker()));
        return all;
    }

    private static List<Diagnosis> database(DataFolder data, GatewayConfiguration configuration) {
        DatabaseSettings settings = configuration.database();
        DatabaseAddress external = settings.external();
        if (external != null) {
            return database(data.root(), external, configuration);
        }
        if (!EmbeddedDatabase.existsIn(data)) {
            return List.of(Diagnosis.good(DATABASE, "chưa có; sẽ được tạo khi chạy lần đầu"));
        }
        try (EmbeddedDatabase embedded = EmbeddedDatabase.start(data, settings, Progress.silent())) {
            return database(data.root(), embedded.address(), configuration);
        } catch (StartRefused e) {
            return List.of(Diagnosis.wrong(DATABASE, String.valueOf(e.getMessage()), "xem " + data.postgres()));
        }
    }

    private static List<Diagnosis> database(Path root, DatabaseAddress address, GatewayConfiguration configuration) {
        try (Connection connection = address.connect()) {
            Durability.require(connection);
            List<Diagnosis> all = new ArrayList<>(
                    List.of(Diagnosis.good(DATABASE, address + ", ghi bền"), letters(connection), clock(address)));
            all.addAll(RecordExamination.examine(root, address, configuration));
            return all;
        } catch (SQLException e) {
            return List.of(Diagnosis.wrong(
                    DATABASE, address + ": " + e.getMessage(), "kiểm tra lienthong.database.url, user, password"));
        } catch (StartRefused e) {
            return List.of(Diagnosis.wrong(DATABASE, String.valueOf(e.getMessage()), "sửa cấu hình PostgreSQL"));
        }
    }

    /** Whether the database knows Vietnamese capitals: search on the console does not ask for the right case. */
    private static Diagnosis letters(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet folded =
                        statement.executeQuery("select 'ĐỘI' ilike 'đội', current_setting('server_encoding')")) {
            folded.next();
            String encoding = folded.getString(2);
            String found = encoding + (folded.getBoolean(1) ? "" : ", không biết chữ hoa tiếng Việt");
            return encoding.equals("UTF8") && folded.getBoolean(1)
                    ? Diagnosis.good("chữ trong cơ sở dữ liệu", found)
                    : Diagnosis.doubtful(
                            "chữ trong cơ sở dữ liệu",
                            found + " (expected: UTF8, phân biệt được chữ hoa)",
                            "tạo cơ sở dữ liệu với encoding UTF8 và locale C.UTF-8 hoặc vi_VN.UTF-8");
        }
    }

    /** What can be seen beside a gateway that runs: its database, and whose clock is wrong. */
    static List<Diagnosis> besideAGateway(Path root, GatewayConfiguration configuration) {
        DatabaseAddress external = configuration.database().external();
        try {
            return Optional.ofNullable(external)
                    .or(() -> running(root))
                    .map(address -> database(root, address, configuration))
                    .orElseGet(List::of);
        } catch (UncheckedIOException e) {
            return List.of(
                    Diagnosis.doubtful(DATABASE, String.valueOf(e.getMessage()), "chạy bằng tài khoản của cổng"));
        }
    }

    private static Optional<DatabaseAddress> running(Path root) {
        try {
            return RunningDatabase.of(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Diagnosis clock(DatabaseAddress address) throws SQLException {
        DatabaseTime time = new DatabaseTime(address::connect);
        return clock(time.skew(Instant.now(), time.read()));
    }

    /** What a difference means: documents are dated by the database, TLS and files by this machine. */
    static Diagnosis clock(Duration skew) {
        String found = "lệch " + skew.abs().toMillis() + " ms so với cơ sở dữ liệu";
        return skew.abs().compareTo(FollowDatabaseClock.MOST_SKEW) > 0
                ? Diagnosis.wrong("đồng hồ", found + " (expected: dưới 2 s)", "đồng bộ NTP cả hai máy")
                : Diagnosis.good("đồng hồ", found);
    }

    private static Diagnosis broker(DataFolder data, BrokerSettings settings) {
        if (settings.url() != null) {
            try (jakarta.jms.Connection connection =
                    JmsConnections.external(settings, 0).createConnection()) {
                connection.start();
                return Diagnosis.good(BROKER, settings.url());
            } catch (JMSException e) {
                return Diagnosis.wrong(
                        BROKER,
                        settings.url() + ": " + e.getMessage(),
                        "kiểm tra lienthong.broker.url, user, password");
            }
        }
        if (!Files.isDirectory(data.broker())) {
            return Diagnosis.good(BROKER, "chưa có; sẽ được tạo khi chạy lần đầu");
        }
        try (EmbeddedBroker embedded = EmbeddedBroker.start(data, settings)) {
            return embedded.isActive()
                    ? Diagnosis.good(BROKER, "nhật ký mở được, ghi bền")
                    : Diagnosis.wrong(BROKER, "không hoạt động", "xem tệp log");
        } catch (StartRefused e) {
            return Diagnosis.wrong(BROKER, String.valueOf(e.getMessage()), "xem " + data.broker());
        }
    }
}
