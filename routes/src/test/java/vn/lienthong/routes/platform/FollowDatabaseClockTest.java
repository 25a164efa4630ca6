package vn.lienthong.routes.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.gateway.dossier.Alerts;
import vn.lienthong.gateway.jdbc.PostgresUnitOfWork;

/** On a real database, with a wall clock that is as wrong as a test wants it. */
final class FollowDatabaseClockTest {

    @TempDir
    private static Path folder;

    private static EmbeddedDatabase database;

    private PostgresUnitOfWork work;
    private DatabaseTime time;
    private DatabaseClock clock;
    private Duration wrongBy = Duration.ZERO;
    private boolean reachable = true;
    private FollowDatabaseClock following;

    @BeforeAll
    static void start() {
        GatewayConfiguration configuration = ConfigurationReader.read(folder, java.util.Map.of());
        database = EmbeddedDatabase.start(DataFolder.open(folder), configuration.database(), Progress.silent());
        DatabaseAddress address = database.address();
        Flyway.configure()
                .dataSource(address.url(), address.user(), address.password())
                .load()
                .migrate();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void follow() throws SQLException {
        DatabaseAddress address = database.address();
        Jdbi jdbi = Jdbi.create(address.url(), address.user(), address.password());
        jdbi.useHandle(handle -> handle.execute("delete from alert"));
        work = new PostgresUnitOfWork(jdbi);
        time = new DatabaseTime(() -> {
            if (!reachable) {
                throw new SQLException("connection refused");
            }
            return address.connect();
        });
        clock = new DatabaseClock(time.read());
        following = following("nút-1");
    }

    private FollowDatabaseClock following(String machine) {
        return new FollowDatabaseClock(time, clock, new Wrong(), work, machine);
    }

    private List<Alerts.Alert> alerts() {
        return work.inTransaction(transaction -> transaction.alerts().open(10));
    }

    private final class Wrong extends Clock {

        @Override
        public Instant instant() {
            return Instant.now().plus(wrongBy);
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }

    @Test
    void theClockShowsTheDatabasesTimeWhateverTheWallSays() {
        wrongBy = Duration.ofHours(-7);
        following.follow();
        assertThat(Duration.between(Instant.now(), clock.instant()).abs()).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void clocksThatDriftApartAreToldOnceUntilItIsOver() {
        following.follow();
        assertThat(alerts()).isEmpty();
        wrongBy = Duration.ofMillis(2_500);
        following.follow();
        following.follow();
        assertThat(alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.kind()).isEqualTo("CLOCK_SKEW");
            assertThat(alert.text()).startsWith("Đồng hồ máy nút-1 lệch 2").contains("NTP");
        });
        wrongBy = Duration.ofMillis(-300);
        following.follow();
        assertThat(alerts()).isEmpty();
        wrongBy = Duration.ofSeconds(-4);
        following.follow();
        assertThat(alerts()).hasSize(1);
    }

    @Test
    void anEpisodeThatEndedWhileTheGatewayWasDownIsClosedAtTheStartAndOnlyItsOwn() {
        wrongBy = Duration.ofSeconds(9);
        following.follow();
        following("nút-2").follow();
        assertThat(alerts()).hasSize(2);
        wrongBy = Duration.ZERO;
        following("nút-1").follow();
        assertThat(alerts()).singleElement().satisfies(alert -> assertThat(alert.text())
                .contains("nút-2"));
    }

    @Test
    void withoutItsDatabaseTheClockGoesOn() throws InterruptedException {
        Instant before = clock.instant();
        reachable = false;
        following.follow();
        Thread.sleep(5);
        assertThat(clock.instant()).isAfter(before.plusMillis(4));
        reachable = true;
        following.follow();
        assertThat(clock.instant()).isAfter(before);
    }

    @Test
    void doctorTellsIt() {
        assertThat(StoreExamination.clock(Duration.ofMillis(-2_001)))
                .satisfies(one -> assertThat(one.state()).isEqualTo(Diagnosis.State.WRONG))
                .satisfies(one -> assertThat(one.found()).contains("2001 ms"));
        assertThat(StoreExamination.clock(Duration.ofMillis(1_999)).state()).isEqualTo(Diagnosis.State.GOOD);
    }
}
