package vn.lienthong.routes.platform;

import java.net.InetAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code lienthong.console}: the listener of the console.
 *
 * @param address where it listens; default loopback only
 * @param port TCP port, 0 takes a free one; default 8080
 * @param tls the listener's key; without it {@code serve} listens on loopback only
 * @param plainHttp true where a proxy in front ends TLS: allows a listener without {@code tls} beyond loopback; default
 *     false
 * @param maxConnections open connections; default 2000
 * @param readTimeout silence on a connection in the middle of a request; default 20 s
 * @param idleTimeout silence between two requests; default 60 s
 * @param loginFailures wrong passwords for one name from one address before it has to wait; default 5
 * @param loginPause how long it has to wait, and how long failures are remembered; default 15 min
 */
public record ConsoleSettings(
        @DefaultValue("127.0.0.1") InetAddress address,
        @DefaultValue("8080") int port,
        @Nullable TlsSettings tls,
        @DefaultValue("false") boolean plainHttp,
        @DefaultValue("2000") int maxConnections,
        @DefaultValue("20s") Duration readTimeout,
        @DefaultValue("60s") Duration idleTimeout,
        @DefaultValue("5") int loginFailures,
        @DefaultValue("15m") Duration loginPause) {
    public ConsoleSettings {
        Setting.inRange("lienthong.console.port", port, 0, 65_535);
        Setting.inRange("lienthong.console.max-connections", maxConnections, 1, 100_000);
        Setting.inRange("lienthong.console.read-timeout", readTimeout, Duration.ofSeconds(1), Duration.ofMinutes(10));
        Setting.inRange("lienthong.console.idle-timeout", idleTimeout, Duration.ofSeconds(1), Duration.ofMinutes(10));
        Setting.inRange("lienthong.console.login-failures", loginFailures, 1, 1_000);
        Setting.inRange("lienthong.console.login-pause", loginPause, Duration.ofSeconds(1), Duration.ofDays(1));
    }
}
