package vn.lienthong.routes.link;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.signature.path.RevocationUnavailable;

final class HttpRevocationSourceTest {

    private static final int LONGEST = 1_000;
    private static final WireMockServer AUTHORITY =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());

    /** TLS everywhere, this machine included, so that the neighbour of the test can be reached. */
    private static final OutboundSettings STRICT = new OutboundSettings(
            List.of(), List.of(), true, false, Duration.ofSeconds(2), Duration.ofSeconds(20), 1_000_000);

    @BeforeAll
    static void start() {
        AUTHORITY.start();
        for (String path : List.of("/fits.crl", "/pub/fits.crl?g=2%203")) {
            AUTHORITY.stubFor(get(urlEqualTo(path)).willReturn(aResponse().withBody("x".repeat(LONGEST))));
        }
        AUTHORITY.stubFor(get(urlEqualTo("/long.crl")).willReturn(aResponse().withBody("x".repeat(LONGEST + 1))));
        AUTHORITY.stubFor(get(urlEqualTo("/moved.crl"))
                .willReturn(aResponse().withStatus(302).withHeader("Location", "/fits.crl")));
        AUTHORITY.stubFor(get(urlEqualTo("/slow.crl"))
                .willReturn(aResponse().withBody("x".repeat(100)).withChunkedDribbleDelay(100, 60_000)));
    }

    @AfterAll
    static void stop() {
        AUTHORITY.stop();
    }

    private static byte[] fetch(Map<String, String> hosts, List<String> allowed, String address) throws Exception {
        OutboundHttp http =
                new OutboundHttp(STRICT).within(STRICT.forRevocation(allowed, Duration.ofMillis(1_500), LONGEST + 1));
        return new HttpRevocationSource(http, hosts, LONGEST).list(URI.create(address));
    }

    private static String at(String path) {
        return "http://127.0.0.1:" + AUTHORITY.port() + path;
    }

    @Test
    void plainHttpIsForListsAlone() throws Exception {
        assertThat(fetch(Map.of(), List.of(), at("/fits.crl"))).hasSize(LONGEST);
        assertThatThrownBy(() -> new OutboundHttp(STRICT)
                        .send(
                                URI.create(at("/fits.crl")),
                                HttpRequest.newBuilder().GET()))
                .isInstanceOf(OutboundRefused.class);
    }

    @Test
    void aListThatIsTooLongIsNone() {
        assertThatThrownBy(() -> fetch(Map.of(), List.of(), at("/long.crl")))
                .isInstanceOf(RevocationUnavailable.class)
                .hasMessageContaining("lienthong.revocation.longest-list");
    }

    @Test
    void onlyAnAnswerIsAnAnswer() {
        for (String path : List.of("/moved.crl", "/none.crl", "/slow.crl")) {
            assertThatThrownBy(() -> fetch(Map.of(), List.of(), at(path)))
                    .as(path)
                    .isInstanceOf(RevocationUnavailable.class);
        }
    }

    @Test
    void onlyAllowedHostsAreCalled() {
        assertThatThrownBy(() -> fetch(Map.of(), List.of("ca.gov.vn"), at("/fits.crl")))
                .isInstanceOf(RevocationUnavailable.class)
                .hasMessageContaining("allowed-hosts");
        for (String address : List.of("ldap://127.0.0.1/cn=ca", "http:///x.crl", "http://169.254.169.254/x.crl")) {
            assertThatThrownBy(() -> fetch(Map.of(), List.of(), address))
                    .as(address)
                    .isInstanceOf(RevocationUnavailable.class);
        }
    }

    @Test
    void aHostMayGoByAnotherNameHere() throws Exception {
        Map<String, String> hosts = Map.of("ocsp.ca.ptc", "127.0.0.1:" + AUTHORITY.port());
        assertThat(fetch(hosts, List.of(), "http://OCSP.ca.ptc/pub/fits.crl?g=2%203"))
                .hasSize(LONGEST);
        Map<String, String> name = Map.of("ocsp.ca.ptc", "127.0.0.1");
        assertThat(fetch(name, List.of(), "http://ocsp.ca.ptc:" + AUTHORITY.port() + "/fits.crl"))
                .as("the port stays")
                .hasSize(LONGEST);
    }
}
