package vn.lienthong.routes.door.console;

import java.time.Clock;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestTemplate;
import vn.lienthong.routes.link.OutboundHttp;
import vn.lienthong.routes.link.OutboundRequests;
import vn.lienthong.routes.platform.GatewayConfiguration;
import vn.lienthong.routes.platform.OidcSettings;

/** How ID tokens are checked: signed by a key that the issuer publishes, for this gateway, in time (OIDC Core §3.1.3.7). */
@Configuration(proxyBeanMethods = false)
class IdTokens {

    /** Only with a key pair: neither {@code none} nor a secret that both sides know. */
    private static final Set<SignatureAlgorithm> ALGORITHMS = Set.of(
            SignatureAlgorithm.RS256,
            SignatureAlgorithm.RS384,
            SignatureAlgorithm.RS512,
            SignatureAlgorithm.PS256,
            SignatureAlgorithm.PS384,
            SignatureAlgorithm.PS512,
            SignatureAlgorithm.ES256,
            SignatureAlgorithm.ES384,
            SignatureAlgorithm.ES512);

    private record Made(ClientRegistration registration, JwtDecoder decoder) {}

    @Bean
    JwtDecoderFactory<ClientRegistration> idTokenDecoders(
            OutboundHttp http, GatewayConfiguration configuration, Clock clock) {
        AtomicReference<@Nullable Made> last = new AtomicReference<>();
        return registration -> {
            // One issuer, described anew now and then; its decoder keeps the keys.
            Made known = last.get();
            if (known == null || known.registration() != registration) {
                known = new Made(
                        registration,
                        decoder(registration, http, configuration.console().oidc(), clock));
                last.set(known);
            }
            return known.decoder();
        };
    }

    private static JwtDecoder decoder(
            ClientRegistration registration, OutboundHttp http, @Nullable OidcSettings settings, Clock clock) {
        if (settings == null) {
            throw new IllegalStateException("ID token: no issuer (expected: console.oidc in the settings)");
        }
        RestTemplate keys = new RestTemplate(new OutboundRequests(http, settings.timeout()));
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(
                        registration.getProviderDetails().getJwkSetUri())
                .jwsAlgorithms(algorithms -> {
                    algorithms.clear();
                    algorithms.addAll(ALGORITHMS);
                })
                .restOperations(keys)
                .build();
        JwtTimestampValidator times = new JwtTimestampValidator();
        times.setClock(clock);
        OidcIdTokenValidator claims = new OidcIdTokenValidator(registration);
        claims.setClock(clock);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(times, claims));
        return decoder;
    }
}
