package vn.lienthong.routes.door.token;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** What a client shows of itself: one way, not two (RFC 6749 §2.3). */
record ClientSecret(String id, String secret) {

    private static final String SCHEME = "Basic ";

    /** Without the secret. */
    @Override
    public String toString() {
        return "ClientSecret[" + id + "]";
    }

    static Optional<ClientSecret> of(HttpServletRequest request) {
        Optional<String> header = Optional.ofNullable(request.getHeader("Authorization"));
        Optional<ClientSecret> form = Optional.ofNullable(request.getParameter("client_secret"))
                .flatMap(secret ->
                        Optional.ofNullable(request.getParameter("client_id")).map(id -> new ClientSecret(id, secret)));
        if (header.isEmpty()) {
            return form;
        }
        return form.isPresent() ? Optional.empty() : header.flatMap(ClientSecret::basic);
    }

    /** Both parts are form-encoded before they are joined; of a client that forgot it, most secrets read the same. */
    private static Optional<ClientSecret> basic(String header) {
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        try {
            byte[] decoded =
                    Base64.getDecoder().decode(header.substring(SCHEME.length()).strip());
            String[] parts = new String(decoded, StandardCharsets.UTF_8).split(":", 2);
            return parts.length < 2
                    ? Optional.empty()
                    : Optional.of(new ClientSecret(decoded(parts[0]), decoded(parts[1])));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part, StandardCharsets.UTF_8);
    }
}
