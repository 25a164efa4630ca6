package vn.lienthong.routes.platform;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
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
 * @param url the console's address as people type it, such as {@code https://van-ban.tinh.gov.vn}; default the listener's
 * @param inviteLifetime how long a one-time link works; default 24 h
 * @param secondFactor whether everybody needs one; default required
 * @param session how long a login lasts
 * @param secondPerson two people for what everybody stands on
 * @param oidc another issuer by which people come; without it they log in here only
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
        @DefaultValue("15m") Duration loginPause,
        @Nullable URI url,
        @DefaultValue("24h") Duration inviteLifetime,
        @DefaultValue("required") SecondFactor secondFactor,
        @DefaultValue SessionSettings session,
        @DefaultValue SecondPersonSettings secondPerson,
        @Nullable OidcSettings oidc) {
    public ConsoleSettings {
        Setting.inRange("lienthong.console.port", port, 0, 65_535);
        Setting.inRange("lienthong.console.max-connections", maxConnections, 1, 100_000);
        Setting.inRange("lienthong.console.read-timeout", readTimeout, Duration.ofSeconds(1), Duration.ofMinutes(10));
        Setting.inRange("lienthong.console.idle-timeout", idleTimeout, Duration.ofSeconds(1), Duration.ofMinutes(10));
        Setting.inRange("lienthong.console.login-failures", loginFailures, 1, 1_000);
        Setting.inRange("lienthong.console.login-pause", loginPause, Duration.ofSeconds(1), Duration.ofDays(1));
        Setting.inRange(
                "lienthong.console.invite-lifetime", inviteLifetime, Duration.ofMinutes(5), Duration.ofDays(30));
        if (url != null && (!List.of("http", "https").contains(url.getScheme()) || url.getHost() == null)) {
            throw Setting.refuse("lienthong.console.url", url, "một địa chỉ như https://van-ban.tinh.gov.vn");
        }
    }

    /**
     * Whether people's browsers talk TLS to it, here or to a proxy in front: then nothing of theirs may go in the clear. An
     * address that begins with {@code http:} says that they do not.
     */
    public boolean isBehindTls() {
        return url == null ? tls != null || plainHttp : "https".equals(url.getScheme());
    }

    /**
     * Where people reach the page of this path.
     *
     * @param listening the port that the listener really has; 0 or below where it is not known
     */
    public String link(int listening, String path) {
        if (url != null) {
            return url.toString().replaceAll("/+$", "") + path;
        }
        int known = port == 0 ? listening : port;
        String host = address.isAnyLocalAddress() ? MachineName.get() : address.getHostAddress();
        String bracketed = host.contains(":") ? "[" + host + "]" : host;
        return (tls == null ? "http" : "https") + "://" + bracketed + (known > 0 ? ":" + known : "") + path;
    }
}
