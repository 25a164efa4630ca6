package vn.lienthong.routes.door.console;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import vn.lienthong.gateway.access.Accounts;
import vn.lienthong.gateway.access.Identities;
import vn.lienthong.gateway.access.SecretBox;
import vn.lienthong.routes.link.OutboundHttp;
import vn.lienthong.routes.link.OutboundRequests;
import vn.lienthong.routes.platform.ConsoleListener;
import vn.lienthong.routes.platform.ConsoleSettings;
import vn.lienthong.routes.platform.GatewayConfiguration;
import vn.lienthong.routes.platform.OidcSettings;

/** The way in by another issuer, where the settings name one: code flow with PKCE, and nothing kept of its tokens. */
@Component
final class OidcChain {

    static final String GO = "/login/with";
    private static final String BACK = "/login/back";

    private final @Nullable OidcSettings settings;
    private final ConsoleSettings console;
    private final ConsoleListener listener;
    private final OutboundHttp http;
    private final Clock clock;
    private final OidcLogin outcome;

    OidcChain(
            GatewayConfiguration configuration,
            ConsoleListener listener,
            OutboundHttp http,
            Accounts accounts,
            Identities identities,
            EnterConsole entering,
            Clock clock) {
        this.console = configuration.console();
        this.settings = console.oidc();
        this.listener = listener;
        this.http = http;
        this.clock = clock;
        this.outcome = new OidcLogin(accounts, identities, entering);
    }

    /** Adds it to the console's chain. */
    void apply(HttpSecurity security, SecretBox box) {
        if (settings == null) {
            return;
        }
        OidcSettings known = settings;
        OidcIssuer issuer = new OidcIssuer(
                known,
                RestClient.builder().requestFactory(requests(known)).build(),
                () -> console.link(listener.port(), BACK + "/" + OidcIssuer.ID),
                clock);
        security.oauth2Login(login -> login.loginPage("/login")
                .clientRegistrationRepository(issuer)
                .authorizedClientRepository(new KeepNoTokens())
                .authorizationEndpoint(go -> go.authorizationRequestResolver(new OidcRequests(issuer, GO))
                        .authorizationRequestRepository(new PendingLogins(clock, box, console.isBehindTls())))
                .redirectionEndpoint(back -> back.baseUri(BACK + "/*"))
                .tokenEndpoint(token -> token.accessTokenResponseClient(tokens(known)))
                .userInfoEndpoint(user ->
                        user.oidcUserService(request -> new DefaultOidcUser(java.util.List.of(), request.getIdToken())))
                .successHandler((request, response, who) -> outcome.succeeded(known, request, response, who))
                .failureHandler((request, response, why) -> outcome.failed(known, response, why)));
    }

    private OutboundRequests requests(OidcSettings known) {
        return new OutboundRequests(http, known.timeout());
    }

    private RestClientAuthorizationCodeTokenResponseClient tokens(OidcSettings known) {
        RestClientAuthorizationCodeTokenResponseClient client = new RestClientAuthorizationCodeTokenResponseClient();
        client.setRestClient(RestClient.builder()
                .requestFactory(requests(known))
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return client;
    }
}
