package vn.lienthong.routes.door.console;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/** Sends people to the issuer; while that cannot be reached, their request goes on to the page that says so. */
final class OidcRequests implements OAuth2AuthorizationRequestResolver {

    private final OidcIssuer issuer;
    private final String path;
    private final DefaultOAuth2AuthorizationRequestResolver usual;

    OidcRequests(OidcIssuer issuer, String base) {
        this.issuer = issuer;
        this.path = base + "/" + OidcIssuer.ID;
        this.usual = new DefaultOAuth2AuthorizationRequestResolver(issuer, base);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        boolean asks = "GET".equals(request.getMethod()) && path.equals(request.getServletPath());
        return asks && issuer.findByRegistrationId(OidcIssuer.ID) != null ? usual.resolve(request) : null;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
        return usual.resolve(request, registration);
    }
}
