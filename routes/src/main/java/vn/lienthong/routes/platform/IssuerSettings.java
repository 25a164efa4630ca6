package vn.lienthong.routes.platform;

import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.lienthong.routes.door.IssuerTokens;

/**
 * {@code lienthong.services.issuer}: an authorisation server besides our own, whose access tokens count too. Which of its clients is which
 * system is said by {@code admin system bind-issuer}.
 *
 * @param uri its name, as in {@code iss} of its tokens
 * @param jwks where its keys are, {@code https://…}
 * @param audience what its tokens for us have in {@code aud}
 * @param clientClaim the claim that names the client; default {@code client_id}
 * @param clockSkew how far its clock may be from ours; default 30 s
 * @param keysFor how long its keys are used before they are fetched anew; default 10 min
 * @param keysInOutage how long they are used when it cannot be reached; default 4 h
 * @param timeout of one fetch; default 5 s
 * @param fetchEvery the shortest time between two fetches; default 30 s
 */
public record IssuerSettings(
        URI uri,
        URI jwks,
        String audience,
        @DefaultValue("client_id") String clientClaim,
        @DefaultValue("30s") Duration clockSkew,
        @DefaultValue("10m") Duration keysFor,
        @DefaultValue("4h") Duration keysInOutage,
        @DefaultValue("5s") Duration timeout,
        @DefaultValue("30s") Duration fetchEvery) {
    public IssuerSettings {
        Duration second = Duration.ofSeconds(1);
        if (uri == null) {
            throw Setting.refuse("lienthong.services.issuer.uri", "(trống)", "như iss trong mã của bên cấp");
        }
        if (audience == null || audience.isBlank()) {
            throw Setting.refuse("lienthong.services.issuer.audience", "(trống)", "như aud trong mã cấp cho cổng này");
        }
        boolean http = jwks != null && ("https".equals(jwks.getScheme()) || "http".equals(jwks.getScheme()));
        if (!http || jwks.getHost() == null || jwks.getUserInfo() != null) {
            throw Setting.refuse("lienthong.services.issuer.jwks", String.valueOf(jwks), "https://…");
        }
        if (clientClaim.isBlank()) {
            throw Setting.refuse("lienthong.services.issuer.client-claim", "(trống)", "tên một claim, như client_id");
        }
        Setting.inRange("lienthong.services.issuer.clock-skew", clockSkew, Duration.ZERO, Duration.ofMinutes(5));
        Setting.inRange("lienthong.services.issuer.keys-for", keysFor, second, Duration.ofDays(1));
        Setting.inRange("lienthong.services.issuer.keys-in-outage", keysInOutage, second, Duration.ofDays(7));
        Setting.inRange("lienthong.services.issuer.timeout", timeout, Duration.ofMillis(100), Duration.ofMinutes(1));
        Setting.inRange(
                "lienthong.services.issuer.fetch-every", fetchEvery, Duration.ofMillis(100), Duration.ofHours(1));
    }

    IssuerTokens.Terms terms() {
        // Who waits for a fetch waits a little longer than the fetch itself may take.
        Duration waiting = timeout.plusSeconds(1);
        return new IssuerTokens.Terms(
                uri, audience, clientClaim, clockSkew, keysFor, keysInOutage, waiting, fetchEvery);
    }

    URL keys() {
        try {
            return jwks.toURL();
        } catch (MalformedURLException unreadable) {
            throw Setting.refuse("lienthong.services.issuer.jwks", jwks, "https://…");
        }
    }
}
