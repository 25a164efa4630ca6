package vn.lienthong.routes.platform;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Objects;
import org.jdbi.v3.core.Jdbi;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import vn.lienthong.gateway.access.AccessTokens;
import vn.lienthong.gateway.access.SecretBox;
import vn.lienthong.gateway.dossier.Repeats;
import vn.lienthong.gateway.jdbc.PostgresRepeats;
import vn.lienthong.routes.door.ReadForm;
import vn.lienthong.routes.door.SpoolBody;

/** What the doors for systems share. */
@Configuration(proxyBeanMethods = false)
class ServicesWiring {
    private static final String NOTHING_BUT_OWN =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
                    + " form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    @Bean
    StartCheck servicesArePrivate(GatewayConfiguration configuration) {
        ServicesSettings services = configuration.services();
        return new PlainListenerCheck("services", services.address(), services.tls(), services.plainHttp());
    }

    /** These doors authenticate each call themselves: no session, no cookie, so nothing that another site could use. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE + 2)
    SecurityFilterChain servicesChain(HttpSecurity http) {
        return http.securityMatcher("/api/**", "/oauth2/**", "/services/**", "/v1/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .headers(headers -> AnswerHeaders.write(headers, NOTHING_BUT_OWN))
                .build();
    }

    /** The box has made the master key's file where it was missing. */
    @Bean
    AccessTokens accessTokens(SecretBox box, GatewayConfiguration configuration, Clock clock) {
        String key = SecretFile.readOrMake(Objects.requireNonNull(configuration.masterKeyFile()));
        return new AccessTokens(
                key.getBytes(StandardCharsets.US_ASCII),
                configuration.services().tokenLifetime(),
                clock);
    }

    @Bean
    @DependsOnDatabaseInitialization
    Repeats repeats(Jdbi jdbi) {
        return new PostgresRepeats(jdbi);
    }

    /** Files of forms lie with what else is examined: nothing of it outlives the process. */
    @Bean
    ReadForm readForm(DataFolder data, SpoolBody spooling, GatewayConfiguration configuration) {
        PacketSettings packet = configuration.packet();
        return new ReadForm(
                data.root().resolve("scratch"),
                spooling,
                packet.maxAttachments(),
                Math.toIntExact(packet.maxText().toBytes()));
    }
}
