package vn.lienthong.routes.platform;

import java.net.InetAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * {@code lienthong.axis}: the listener of the axis dialect, which carries {@code /XrdAdapter/**} and nothing else.
 *
 * @param address where it listens; default loopback only
 * @param port TCP port, 0 takes a free one; default 8081
 * @param tls the listener's key; without it {@code serve} listens on loopback only
 * @param plainHttp true where a proxy in front ends TLS; default false
 * @param maxHeaderSize all headers of one request together: the dialect sends its list of recipients in one header, twice;
 *     default 2 MB. Each connection that is sending headers holds this much memory
 * @param maxConnections open connections; default 200
 * @param readTimeout silence on a connection in the middle of a request; default 20 s
 * @param idleTimeout silence between two requests; default 60 s
 */
public record AxisSettings(
        @DefaultValue("127.0.0.1") InetAddress address,
        @DefaultValue("8081") int port,
        @Nullable TlsSettings tls,
        @DefaultValue("false") boolean plainHttp,
        @DefaultValue("2MB") DataSize maxHeaderSize,
        @DefaultValue("200") int maxConnections,
        @DefaultValue("20s") Duration readTimeout,
        @DefaultValue("60s") Duration idleTimeout)
        implements SystemsListener.Bounds {
    public AxisSettings {
        Setting.inRange("lienthong.axis.port", port, 0, 65_535);
        Setting.inRange(
                "lienthong.axis.max-header-size", maxHeaderSize, DataSize.ofKilobytes(8), DataSize.ofMegabytes(16));
        Setting.inRange("lienthong.axis.max-connections", maxConnections, 1, 10_000);
        Setting.inRange("lienthong.axis.read-timeout", readTimeout, Duration.ofSeconds(1), Duration.ofMinutes(10));
        Setting.inRange("lienthong.axis.idle-timeout", idleTimeout, Duration.ofSeconds(1), Duration.ofMinutes(10));
    }
}
