package vn.lienthong.gateway.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;

/**
 * A real PostgreSQL for tests: one server per JVM, started when the first test asks, and a database of its own for each
 * {@link #fresh()}, copied from a template that the migrations ran on once. Needs no network and runs as root too. It
 * does not sync to disk: what must survive a power cut is tested elsewhere.
 *
 * <p>Use: {@code static final TestDatabase DATABASE = TestDatabase.fresh();} and, where a test wants clean tables for
 * every method, a fresh one per method (about 50 ms).
 */
public final class TestDatabase implements AutoCloseable {

    private static final String TEMPLATE = "lienthong_template";
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final Executor DROPPING = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("drops-test-databases").factory());

    private final String name;
    private final HikariDataSource pool;
    private final Jdbi jdbi;

    private TestDatabase(String name, HikariDataSource pool) {
        this.name = name;
        this.pool = pool;
        this.jdbi = Jdbi.create(pool);
    }

    /** A new database with every migration applied and no rows but theirs. */
    public static TestDatabase fresh() {
        String name = "lienthong_" + NEXT.incrementAndGet();
        execute("create database " + name + " template " + TEMPLATE);
        return new TestDatabase(name, pool(name));
    }

    /** A new database on which no migration ran, for tests of the migrations themselves. */
    public static TestDatabase empty() {
        String name = "lienthong_" + NEXT.incrementAndGet();
        execute("create database " + name);
        return new TestDatabase(name, pool(name));
    }

    /** Pooled, at most eight connections. */
    public DataSource dataSource() {
        return pool;
    }

    public Jdbi jdbi() {
        return jdbi;
    }

    /** The JDBC address, for a test that starts a second process or pool on the same rows. */
    public String jdbcUrl() {
        return Server.postgres.getJdbcUrl("postgres", name);
    }

    /**
     * Ends the pool; the database is dropped behind the tests' back. The files of hundreds, all deleted at the end, held the
     * JVM up until Maven killed it.
     */
    @Override
    public void close() {
        pool.close();
        DROPPING.execute(this::drop);
    }

    private void drop() {
        try {
            execute("drop database if exists " + name + " with (force)");
        } catch (IllegalStateException ending) {
            // The server stops with the JVM, and takes with it what is left.
            System.err.println(ending.getMessage() + ": not dropped");
        }
    }

    private static HikariDataSource pool(String name) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(Server.postgres.getDatabase("postgres", name));
        config.setMaximumPoolSize(8);
        config.setMinimumIdle(0);
        config.setPoolName(name);
        return new HikariDataSource(config);
    }

    private static void execute(String sql) {
        execute(Server.postgres, sql);
    }

    private static void execute(EmbeddedPostgres postgres, String sql) {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException("test database: " + sql, failed);
        }
    }

    /** Started by the class loader on first use, under its lock; stopped by the embedded server's own shutdown hook. */
    private static final class Server {
        /** Where the system has it, in memory: a thousand files made and deleted for each database cost a disk dearly. */
        private static final Path MEMORY = Path.of("/dev/shm");

        private static final long ROOM_BYTES = 4L << 30;

        static final EmbeddedPostgres postgres = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres.Builder server = EmbeddedPostgres.builder().setServerConfig("max_connections", "300");
                if (MEMORY.toFile().canWrite() && MEMORY.toFile().getUsableSpace() > ROOM_BYTES) {
                    server.setDataDirectory(Files.createTempDirectory(MEMORY, "lienthong-tests-"));
                }
                EmbeddedPostgres started = server.start();
                execute(started, "create database " + TEMPLATE);
                migrate(started.getDatabase("postgres", TEMPLATE));
                return started;
            } catch (IOException failed) {
                throw new UncheckedIOException("embedded PostgreSQL", failed);
            }
        }

        /** The data source must be unpooled: PostgreSQL copies a template only while nobody is connected to it. */
        private static void migrate(DataSource template) {
            Flyway.configure()
                    .dataSource(template)
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
        }
    }
}
