package vn.lienthong.routes.link;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.binaryEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.signature.path.RevocationUnavailable;

final class HttpOcspSourceTest {

    private static final int LONGEST = 1_000;

    /** Base64 of these has all of its signs that an address must not hold. */
    private static final byte[] REQUEST = {(byte) 0xfb, (byte) 0xff, (byte) 0xbf, 1};

    private static final WireMockServer RESPONDER =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());
    private static final OutboundSettings STRICT = new OutboundSettings(
            List.of(), List.of(), true, false, Duration.ofSeconds(2), Duration.ofSeconds(20), 1_000_000);

    @BeforeAll
    static void start() {
        RESPONDER.start();
    }

    @AfterAll
    static void stop() {
        RESPONDER.stop();
    }

    @BeforeEach
    void answer() {
        RESPONDER.resetAll();
        RESPONDER.stubFor(any(anyUrl()).willReturn(aResponse().withBody("x".repeat(LONGEST))));
        RESPONDER.stubFor(any(urlEqualTo("/long")).willReturn(aResponse().withBody("x".repeat(LONGEST + 1))));
        RESPONDER.stubFor(any(urlEqualTo("/none")).willReturn(aResponse().withStatus(503)));
        RESPONDER.stubFor(
                any(urlEqualTo("/moved")).willReturn(aResponse().withStatus(302).withHeader("Location", "/ocsp")));
        RESPONDER.stubFor(any(urlEqualTo("/slow"))
                .willReturn(aResponse().withBody("x".repeat(100)).withChunkedDribbleDelay(100, 60_000)));
    }

    private static byte[] ask(boolean get, List<String> allowed, String address, byte[] request) throws Exception {
        OutboundHttp http =
                new OutboundHttp(STRICT).within(STRICT.forRevocation(allowed, Duration.ofMillis(1_500), LONGEST + 1));
        Map<String, String> hosts = Map.of("ocsp.ca.ptc", "127.0.0.1:" + RESPONDER.port());
        try (HttpOcspSource source = new HttpOcspSource(http, hosts, get, LONGEST)) {
            return source.ask(URI.create(address), request);
        }
    }

    @Test
    void aRequestIsPosted() throws Exception {
        assertThat(ask(false, List.of(), "http://OCSP.ca.ptc/ocsp", REQUEST)).hasSize(LONGEST);
        RESPONDER.verify(postRequestedFor(urlEqualTo("/ocsp"))
                .withHeader("Content-Type", equalTo("application/ocsp-request"))
                .withHeader("Accept", equalTo("application/ocsp-response"))
                .withRequestBody(binaryEqualTo(REQUEST)));
    }

    @Test
    void aShortOneGoesInTheAddressWhereItIsWished() throws Exception {
        ask(true, List.of(), "http://ocsp.ca.ptc/ocsp", REQUEST);
        ask(true, List.of(), "http://ocsp.ca.ptc/ocsp/", REQUEST);
        RESPONDER.verify(2, getRequestedFor(urlEqualTo("/ocsp/%2B%2F%2B%2FAQ%3D%3D")));
        ask(true, List.of(), "http://ocsp.ca.ptc/ocsp", new byte[300]);
        RESPONDER.verify(postRequestedFor(urlEqualTo("/ocsp")));
    }

    @Test
    void onlyAnAnswerIsAnAnswer() {
        for (String path : List.of("/long", "/none", "/moved", "/slow")) {
            assertThatThrownBy(() -> ask(false, List.of(), "http://ocsp.ca.ptc" + path, REQUEST))
                    .as(path)
                    .isInstanceOf(RevocationUnavailable.class);
        }
    }

    @Test
    void onlyAllowedHostsAreAsked() {
        assertThatThrownBy(() -> ask(false, List.of("ca.gov.vn"), "http://ocsp.ca.ptc/ocsp", REQUEST))
                .isInstanceOf(RevocationUnavailable.class)
                .hasMessageContaining("allowed-hosts");
        for (String address : List.of("ldap://127.0.0.1/ocsp", "http:///ocsp", "http://169.254.169.254/ocsp")) {
            assertThatThrownBy(() -> ask(false, List.of(), address, REQUEST))
                    .as(address)
                    .isInstanceOf(RevocationUnavailable.class);
        }
    }
}
