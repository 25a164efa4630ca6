package vn.lienthong.routes.strangers;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What a system shows of itself at a door.
 *
 * @param http with the client certificate it has
 * @param token of the services' doors
 * @param secret of its id, at the axis door and the token endpoint
 * @param age of its axis calls
 * @param claimed the id that is written over its own after signing
 */
record Shown(
        HttpClient http,
        Map<String, String> headers,
        Optional<String> token,
        Optional<Secret> secret,
        Duration age,
        Optional<String> claimed) {

    record Secret(String systemId, String secret) {}

    static Shown nothing(HttpClient http) {
        return new Shown(http, Map.of(), Optional.empty(), Optional.empty(), Duration.ZERO, Optional.empty());
    }

    Shown with(String systemId, String secret, String token) {
        return new Shown(http, headers, Optional.of(token), Optional.of(new Secret(systemId, secret)), age, claimed);
    }

    Shown token(String other) {
        return new Shown(http, headers, Optional.of(other), secret, age, claimed);
    }

    Shown by(HttpClient other) {
        return new Shown(other, headers, token, secret, age, claimed);
    }

    Shown aged(Duration time) {
        return new Shown(http, headers, token, secret, time, claimed);
    }

    Shown claiming(String systemId) {
        return new Shown(http, headers, token, secret, age, Optional.of(systemId));
    }

    Shown header(String name, String value) {
        return new Shown(http, Map.of(name, value), token, secret, age, claimed);
    }
}
