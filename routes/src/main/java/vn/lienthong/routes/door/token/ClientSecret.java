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

    /**
     * What the request shows.
     *
     * @throws TokenFault when that is nothing, unreadable, or shown twice
     */
    static ClientSecret of(HttpServletRequest request) throws TokenFault {
        Optional<String> header = Optional.ofNullable(request.getHeader("Authorization"));
        Optional<String> secret = Optional.ofNullable(request.getParameter("client_secret"));
        if (header.isPresent() && secret.isPresent()) {
            throw TokenFault.invalidRequest("client shown twice (expected: Authorization: Basic, or client_id and"
                    + " client_secret in the body, not both)");
        }
        if (header.isPresent()) {
            return basic(header.get());
        }
        Optional<String> id = Optional.ofNullable(request.getParameter("client_id"));
        if (id.isEmpty() || secret.isEmpty()) {
            throw TokenFault.invalidClient((id.isEmpty() ? "client_id" : "client_secret")
                    + " is missing (expected: Authorization: Basic, or client_id and client_secret in the body)");
        }
        return new ClientSecret(id.get(), secret.get());
    }

    /** Both parts are form-encoded before they are joined; of a client that forgot it, most secrets read the same. */
    private static ClientSecret basic(String header) throws TokenFault {
        String[] parts = header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? decoded(header.substring(SCHEME.length()).strip())
                : new String[0];
        if (parts.length != 2) {
            throw TokenFault.invalidClient("Authorization cannot be read (expected: Basic and the base64 of client id,"
                    + " colon, secret, each form-encoded)");
        }
        return new ClientSecret(parts[0], parts[1]);
    }

    /** Two parts, or none where it is not readable. */
    private static String[] decoded(String base64) {
        try {
            String text = new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
            String[] parts = text.split(":", 2);
            for (int i = 0; i < parts.length; i++) {
                parts[i] = URLDecoder.decode(parts[i], StandardCharsets.UTF_8);
            }
            return parts;
        } catch (IllegalArgumentException unreadable) {
            return new String[0];
        }
    }
}
