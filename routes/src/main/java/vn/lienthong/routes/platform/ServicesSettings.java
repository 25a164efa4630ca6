package vn.lienthong.routes.platform;

import java.net.InetAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code lienthong.services}: the listener of the doors for systems, REST, SOAP and the provincial dialect. People are at the
 * console, on a listener of their own.
 *
 * @param address where it listens; default loopback only
 * @param port TCP port, 0 takes a free one; default 8082
 * @param tls the listener's key; without it {@code serve} listens on loopback only. With a trust store a system may be known
 *     by the certificate that it is bound to
 * @param plainHttp true where a proxy in front ends TLS; default false
 * @param maxConnections open connections; default 500
 * @param readTimeout silence on a connection in the middle of a request; default 20 s
 * @param idleTimeout silence between two requests; default 60 s
 * @param tokenLifetime how long an access token of {@code /oauth2/token} counts; default 10 min
 * @param idempotencyAge how long an answer is kept for a repeat under the same {@code Idempotency-Key}; default 24 h
 * @param issuer another authorisation server whose tokens count too; default none
 */
public record ServicesSettings(
        @DefaultValue("127.0.0.1") InetAddress address,
        @DefaultValue("8082") int port,
        @Nullable TlsSettings tls,
        @DefaultValue("false") boolean plainHttp,
        @DefaultValue("500") int maxConnections,
        @DefaultValue("20s") Duration readTimeout,
        @DefaultValue("60s") Duration idleTimeout,
        @DefaultValue("10m") Duration tokenLifetime,
        @DefaultValue("24h") Duration idempotencyAge,
        @Nullable IssuerSettings issuer)
        implements SystemsListener.Bounds {
    public ServicesSettings {
        Setting.inRange("lienthong.services.port", port, 0, 65_535);
        Setting.inRange("lienthong.services.max-connections", maxConnections, 1, 100_000);
        Setting.inRange("lienthong.services.read-timeout", readTimeout, Duration.ofSeconds(1), Duration.ofMinutes(10));
        Setting.inRange("lienthong.services.idle-timeout", idleTimeout, Duration.ofSeconds(1), Duration.ofMinutes(10));
        Setting.inRange(
                "lienthong.services.idempotency-age", idempotencyAge, Duration.ofMinutes(1), Duration.ofDays(30));
        Setting.inRange("lienthong.services.token-lifetime", tokenLifetime, Duration.ofSeconds(1), Duration.ofHours(1));
    }
}
