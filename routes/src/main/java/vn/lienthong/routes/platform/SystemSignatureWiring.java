package vn.lienthong.routes.platform;

import java.time.Clock;
import org.jdbi.v3.core.Jdbi;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.gateway.jdbc.PostgresSystemSignatures;
import vn.lienthong.gateway.lasting.NewestCopy;
import vn.lienthong.gateway.seal.DropSystemSignatures;
import vn.lienthong.gateway.seal.FetchSignature;
import vn.lienthong.gateway.seal.SystemSignatures;

/** What was signed for systems: fetched again by them, and forgotten after a time. */
@Configuration(proxyBeanMethods = false)
class SystemSignatureWiring {

    @Bean
    @DependsOnDatabaseInitialization
    SystemSignatures systemSignatures(Jdbi jdbi) {
        return new PostgresSystemSignatures(jdbi);
    }

    @Bean
    FetchSignature fetchSignature(SystemSignatures made, NewestCopy newest) {
        return new FetchSignature(made, newest);
    }

    @Bean
    DropSystemSignatures dropSystemSignatures(SystemSignatures made, GatewayConfiguration configuration, Clock clock) {
        return new DropSystemSignatures(made, configuration.seal().keepForSystems(), clock);
    }
}
