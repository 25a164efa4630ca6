package vn.lienthong.routes.door.console;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/**
 * Who has gone to the issuer and not come back. The session's cookie does not come back from there, since other sites cannot
 * send it; this one does, and is good for nothing else. Bounded: the oldest give way. Safe for many threads.
 */
final class PendingLogins implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    private static final String COOKIE = "lienthong-login";
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int MOST = 1_000;
    private static final int RANDOM_BYTES = 32;

    private record Gone(OAuth2AuthorizationRequest request, Instant until) {}

    private final Clock clock;
    private final SecureRandom random;
    private final Map<String, Gone> gone = new LinkedHashMap<>();

    PendingLogins(Clock clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        return key(request).flatMap(key -> find(key, request)).orElse(null);
    }

    @Override
    public void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest wanted, HttpServletRequest request, HttpServletResponse response) {
        if (wanted == null) {
            removeAuthorizationRequest(request, response);
            return;
        }
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        String key = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        keep(key, new Gone(wanted, clock.instant().plus(PATIENCE)));
        set(response, key, PATIENCE, request.isSecure());
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        Optional<OAuth2AuthorizationRequest> found = key(request).flatMap(key -> find(key, request));
        key(request).ifPresent(this::forget);
        set(response, "", Duration.ZERO, request.isSecure());
        return found.orElse(null);
    }

    private synchronized void keep(String key, Gone login) {
        gone.put(key, login);
        if (gone.size() > MOST) {
            gone.remove(gone.keySet().iterator().next());
        }
    }

    private synchronized void forget(String key) {
        gone.remove(key);
    }

    private synchronized Optional<OAuth2AuthorizationRequest> find(String key, HttpServletRequest request) {
        return Optional.ofNullable(gone.get(key))
                .filter(login -> clock.instant().isBefore(login.until()))
                .map(Gone::request)
                .filter(wanted -> wanted.getState().equals(request.getParameter("state")));
    }

    private static Optional<String> key(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (COOKIE.equals(cookie.getName())) {
                    return Optional.of(cookie.getValue());
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
