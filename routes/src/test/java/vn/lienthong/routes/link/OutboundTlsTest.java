package vn.lienthong.routes.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.routes.TlsKeys;

/** A pinned address takes nothing from TLS: the certificate must name the host that was asked for. */
final class OutboundTlsTest {

    private TlsKeys authority;
    private HttpsServer neighbour;

    @BeforeEach
    void start() throws Exception {
        authority = new TlsKeys("an authority");
        neighbour = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        neighbour.setHttpsConfigurator(new HttpsConfigurator(authority.showing(authority.host("neighbour.example"))));
        neighbour.createContext("/", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        neighbour.start();
    }

    @AfterEach
    void stop() {
        neighbour.stop(0);
    }

    private int status(String host, SSLContext tls) throws Exception {
        OutboundSettings settings = new OutboundSettings(
                List.of(), List.of(), true, false, Duration.ofSeconds(5), Duration.ofSeconds(20), 1_000);
        CheckedAddresses.Lookup here = name -> new InetAddress[] {InetAddress.getLoopbackAddress()};
        try (OutboundHttp http = new OutboundHttp(settings, here, tls)) {
            URI uri =
                    URI.create("https://" + host + ":" + neighbour.getAddress().getPort() + "/");
            return http.send(uri, HttpRequest.newBuilder()).status();
        }
    }

    @Test
    void theHostThatTheCertificateNamesIsTalkedTo() throws Exception {
        assertThat(status("neighbour.example", authority.trusting())).isEqualTo(204);
    }

    @Test
    void anotherHostWithAGoodCertificateIsNot() {
        assertThatThrownBy(() -> status("other.example", authority.trusting())).isInstanceOf(SSLException.class);
    }

    @Test
    void anAuthorityNobodyKnowsProvesNothing() {
        assertThatThrownBy(() -> status("neighbour.example", new TlsKeys("another").trusting()))
                .isInstanceOf(SSLException.class);
        assertThatThrownBy(() -> status("neighbour.example", SSLContext.getDefault()))
                .isInstanceOf(SSLException.class);
    }
}
