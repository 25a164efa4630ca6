package vn.lienthong.routes.platform;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Jdbi;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.gateway.dossier.UnitOfWork;

/** The domain, put together: every bean of {@code vn.lienthong.gateway} is made here and nowhere else. */
@Configuration(proxyBeanMethods = false)
class Wiring {
    private static final Duration LONGEST_WAIT_FOR_A_CONNECTION = Duration.ofSeconds(10);

    // --- the ground -----------------------------------------------------------------------------------------------

    @Bean
    HikariDataSource dataSource(Stores stores, GatewayConfiguration configuration) throws SQLException {
        DatabaseAddress address = stores.database();
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("lienthong");
        pool.setJdbcUrl(address.url());
        pool.setUsername(address.user());
        pool.setPassword(address.password());
        pool.setMaximumPoolSize(configuration.database().poolSize());
        pool.setMinimumIdle(Math.min(4, configuration.database().poolSize()));
        pool.setConnectionTimeout(LONGEST_WAIT_FOR_A_CONNECTION.toMillis());
        pool.addDataSourceProperty("ApplicationName", "lienthong");
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        HikariDataSource dataSource = new HikariDataSource(pool);
        try (Connection connection = dataSource.getConnection()) {
            Durability.require(connection);
        } catch (SQLException | StartRefused e) {
            dataSource.close();
            throw e;
        }
        return dataSource;
    }

    @Bean
    Jdbi jdbi(HikariDataSource dataSource) {
        return Jdbi.create(dataSource);
    }

    @Bean
    DatabaseTime databaseTime(HikariDataSource dataSource) {
        return new DatabaseTime(dataSource::getConnection);
    }

    /** Measured once before anything asks for it; needs no table, so migrations and seeds come after it. */
    @Bean
    DatabaseClock clock(DatabaseTime time) throws SQLException {
        return new DatabaseClock(time.read());
    }

    @Bean
    FollowDatabaseClock followDatabaseClock(DatabaseTime time, DatabaseClock clock, UnitOfWork work) {
        return new FollowDatabaseClock(time, clock, Clock.systemUTC(), work, MachineName.get());
    }

    @Bean
    SecureRandom secureRandom() {
        return new SecureRandom();
    }

    /** For jitter, where nobody gains by guessing. */
    @Bean
    RandomGenerator jitter() {
        return RandomGenerator.of("L64X128MixRandom");
    }
}
