package vn.lienthong.routes.platform;

import java.time.Clock;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.gateway.access.AccessTokens;
import vn.lienthong.gateway.access.Systems;
import vn.lienthong.routes.door.AuthenticateSystem;
import vn.lienthong.routes.door.IssuerTokens;
import vn.lienthong.routes.door.LimitCalls;
import vn.lienthong.routes.link.FetchKeys;
import vn.lienthong.routes.link.OutboundHttp;
import vn.lienthong.routes.link.OutboundSettings;

/** Who says which system calls: we ourselves, and an issuer where one is set. */
@Configuration(proxyBeanMethods = false)
class IssuerWiring {

    private static final String ISSUER = "lienthong.services.issuer.uri";
    private static final int LONGEST_KEYS = 256 * 1024;

    @Bean(destroyMethod = "close")
    @ConditionalOnProperty(ISSUER)
    FetchKeys fetchKeys(OutboundHttp http, Mode mode, GatewayConfiguration configuration) {
        OutboundSettings usual = configuration.outbound().limits(mode);
        return new FetchKeys(http.within(new OutboundSettings(
                usual.allowedHosts(),
                usual.allowedRanges(),
                usual.loopback(),
                usual.plainHttp(),
                usual.connectTimeout(),
                issuer(configuration).timeout(),
                LONGEST_KEYS)));
    }

    @Bean
    @ConditionalOnProperty(ISSUER)
    IssuerTokens issuerTokens(FetchKeys keys, GatewayConfiguration configuration, Clock clock) {
        IssuerSettings issuer = issuer(configuration);
        return new IssuerTokens(issuer.terms(), issuer.keys(), keys, clock);
    }

    @Bean
    AuthenticateSystem authenticateSystem(
            Systems systems, AccessTokens tokens, Optional<IssuerTokens> issuer, LimitCalls limiting) {
        return new AuthenticateSystem(systems, tokens, issuer, limiting);
    }

    private static IssuerSettings issuer(GatewayConfiguration configuration) {
        return Optional.ofNullable(configuration.services().issuer()).orElseThrow();
    }
}
