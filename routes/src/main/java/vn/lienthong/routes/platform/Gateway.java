package vn.lienthong.routes.platform;

import java.util.Objects;
import org.jdbi.v3.core.Jdbi;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import vn.lienthong.gateway.access.SecretBox;
import vn.lienthong.gateway.access.Systems;
import vn.lienthong.gateway.jdbc.PostgresSealedSecrets;

/**
 * What a running gateway is made of. Doors, flows and links are found by themselves; the domain is put together in
 * {@link Wiring}.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = UserDetailsServiceAutoConfiguration.class)
@ComponentScan({
    "vn.lienthong.routes.platform",
    "vn.lienthong.routes.door",
    "vn.lienthong.routes.flow",
    "vn.lienthong.routes.link"
})
class Gateway {
    @Bean
    StartCheck consoleIsPrivate(GatewayConfiguration configuration) {
        ConsoleSettings console = configuration.console();
        return new PlainListenerCheck("console", console.address(), console.tls(), console.plainHttp());
    }

    @Bean
    StartCheck axisIsPrivate(GatewayConfiguration configuration) {
        AxisSettings axis = configuration.axis();
        return new PlainListenerCheck("axis", axis.address(), axis.tls(), axis.plainHttp());
    }

    @Bean
    StartCheck masterKeyFits(Systems systems, SecretBox box, Jdbi jdbi, GatewayConfiguration configuration) {
        return new MasterKeyCheck(
                systems, new PostgresSealedSecrets(jdbi), box, Objects.requireNonNull(configuration.masterKeyFile()));
    }
}
