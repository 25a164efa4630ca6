package vn.lienthong.routes.door.console;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.gateway.access.SecretBox;

/**
 * Who has gone to the issuer and not come back. All of it lies in a cookie, encrypted under the master key: nothing is kept
 * here that a flood could fill or a restart would lose, and any node takes it. The session's cookie does not come back from
 * the issuer, since other sites cannot send it; this one does, and is good for nothing else.
 */
final class PendingLogins implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    private static final String COOKIE = "lienthong-login";
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** A browser keeps no longer one; ours has about a thousand characters. */
    private static final int LONGEST = 4_096;

    /** What is needed of a request when its person comes back; all texts. */
    record Gone(
            String authorizationUri,
            String clientId,
            String redirectUri,
            Set<String> scopes,
            String state,
            Map<String, String> attributes,
            long until) {}

    private final Clock clock;
    private final SecretBox box;
    private final boolean behindTls;

    /** @param behindTls whether a browser may send the cookie over TLS only, whatever this process sees of it */
    PendingLogins(Clock clock, SecretBox box, boolean behindTls) {
        this.clock = clock;
        this.box = box;
        this.behindTls = behindTls;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        return cookie(request)
                .flatMap(this::open)
                .filter(gone -> clock.instant().isBefore(Instant.ofEpochSecond(gone.until())))
                .filter(gone -> gone.state().equals(request.getParameter("state")))
                .map(PendingLogins::request)
                .orElse(null);
    }

    @Override
    public void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest wanted, HttpServletRequest request, HttpServletResponse response) {
        if (wanted == null) {
            removeAuthorizationRequest(request, response);
            return;
        }
        byte[] text = JsonMapper.shared()
                .writeValueAsString(gone(wanted, clock.instant().plus(PATIENCE)))
                .getBytes(StandardCharsets.UTF_8);
        String value = Base64.getUrlEncoder().withoutPadding().encodeToString(box.seal(text));
        set(response, value, PATIENCE, behindTls || request.isSecure());
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        OAuth2AuthorizationRequest found = loadAuthorizationRequest(request);
        set(response, "", Duration.ZERO, behindTls || request.isSecure());
        return found;
    }

    private static Gone gone(OAuth2AuthorizationRequest wanted, Instant until) {
        Map<String, String> attributes = new HashMap<>();
        wanted.getAttributes().forEach((name, value) -> attributes.put(name, String.valueOf(value)));
        return new Gone(
                wanted.getAuthorizationUri(),
                wanted.getClientId(),
                String.valueOf(wanted.getRedirectUri()),
                wanted.getScopes(),
                String.valueOf(wanted.getState()),
                attributes,
                until.getEpochSecond());
    }

    private static OAuth2AuthorizationRequest request(Gone gone) {
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(gone.authorizationUri())
                .clientId(gone.clientId())
                .redirectUri(gone.redirectUri())
                .scopes(gone.scopes())
                .state(gone.state())
                .attributes(all -> all.putAll(gone.attributes()))
                .build();
    }

    /** Nothing for what is not ours, or lay under a key that is gone. */
    private Optional<Gone> open(String value) {
        try {
            String text = new String(box.open(Base64.getUrlDecoder().decode(value)), StandardCharsets.UTF_8);
            return Optional.of(JsonMapper.shared().readValue(text, Gone.class));
        } catch (IllegalArgumentException | IllegalStateException | JacksonException notOurs) {
            return Optional.empty();
        }
    }

    private static Optional<String> cookie(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                String value = cookie.getValue();
                if (COOKIE.equals(cookie.getName()) && !value.isEmpty() && value.length() <= LONGEST) {
                    return Optional.of(value);
                }
            }
        }
        return Optional.empty();
    }

    private static void set(HttpServletResponse response, String value, Duration age, boolean secure) {
        ResponseCookie cookie = ResponseCookie.from(COOKIE, value)
                .path("/login")
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .maxAge(age)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
