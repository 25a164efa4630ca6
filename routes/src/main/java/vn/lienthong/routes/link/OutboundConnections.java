package vn.lienthong.routes.link;

import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.core5.http.impl.io.MonitoringResponseOutOfOrderStrategy;
import org.apache.hc.core5.http.ssl.TLS;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * How the gateway connects: no proxy, no cookies, no credentials, no redirects, no second try, no inflating of answers; TLS
 * 1.2 or 1.3 and a certificate that names the host.
 */
final class OutboundConnections {

    private static final int MOST_PER_NEIGHBOUR = 32;
    private static final int MOST = 512;

    /** A connection at rest for longer is looked at before it is used again: its neighbour may have closed it. */
    private static final TimeValue TRUSTED_REST = TimeValue.ofMilliseconds(200);

    /** No connection outlives what its name leads to by more than this. */
    private static final TimeValue LONGEST_LIFE = TimeValue.ofMinutes(5);

    private static final TimeValue LONGEST_REST = TimeValue.ofSeconds(30);

    /** Bytes sent between two looks for an answer that comes before the end of the body. */
    private static final int LOOK_EVERY_BYTES = 1024 * 1024;

    private OutboundConnections() {}

    static CloseableHttpClient client(OutboundSettings settings, CheckedAddresses addresses, SSLContext tls) {
        return HttpClients.custom()
                .setConnectionManager(connections(settings, addresses, tls))
                .setDefaultRequestConfig(request(settings, settings.requestTimeout()))
                .setUserAgent("lienthong")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .disableConnectionState()
                .evictIdleConnections(LONGEST_REST)
                .build();
    }

    /** How one request waits: for a free connection, and for a neighbour that says nothing. */
    static RequestConfig request(OutboundSettings settings, Duration silence) {
        return RequestConfig.custom()
                .setConnectionRequestTimeout(Timeout.of(settings.connectTimeout()))
                .setResponseTimeout(Timeout.of(silence))
                .setRedirectsEnabled(false)
                .build();
    }

    private static PoolingHttpClientConnectionManager connections(
            OutboundSettings settings, CheckedAddresses addresses, SSLContext tls) {
        Timeout connect = Timeout.of(settings.connectTimeout());
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(addresses)
                .setTlsSocketStrategy(
                        ClientTlsStrategyBuilder.create().setSslContext(tls).buildClassic())
                .setDefaultTlsConfig(TlsConfig.custom()
                        .setSupportedProtocols(TLS.V_1_2, TLS.V_1_3)
                        .setHandshakeTimeout(connect)
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(connect)
                        .setSocketTimeout(Timeout.of(settings.requestTimeout()))
                        .setValidateAfterInactivity(TRUSTED_REST)
                        .setTimeToLive(LONGEST_LIFE)
                        .build())
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .responseOutOfOrderStrategy(new MonitoringResponseOutOfOrderStrategy(LOOK_EVERY_BYTES))
                        .build())
                .setMaxConnPerRoute(MOST_PER_NEIGHBOUR)
                .setMaxConnTotal(MOST)
                .build();
    }
}
