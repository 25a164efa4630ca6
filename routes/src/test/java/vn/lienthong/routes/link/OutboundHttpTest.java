package vn.lienthong.routes.link;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpRequest;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.routes.platform.AddressRange;

final class OutboundHttpTest {

    private static final WireMockServer NEIGHBOUR =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());

    @BeforeAll
    static void start() {
        NEIGHBOUR.start();
        NEIGHBOUR.stubFor(get(urlEqualTo("/long")).willReturn(aResponse().withBody("x".repeat(5_000))));
        NEIGHBOUR.stubFor(get(urlEqualTo("/moved"))
                .willReturn(aResponse().withStatus(302).withHeader("Location", "http://169.254.169.254/")));
        NEIGHBOUR.stubFor(get(urlEqualTo("/trickle"))
                .willReturn(aResponse().withBody("x".repeat(100)).withChunkedDribbleDelay(100, 60_000)));
    }

    @AfterAll
    static void stop() {
        NEIGHBOUR.stop();
    }

    private static OutboundSettings demo(int longest, Duration timeout) {
        return new OutboundSettings(List.of(), List.of(), true, true, Duration.ofSeconds(2), timeout, longest);
    }

    private static OutboundHttp.Answer send(OutboundSettings settings, String path) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + NEIGHBOUR.port() + path);
        return new OutboundHttp(settings).send(uri, HttpRequest.newBuilder().GET());
    }

    @Test
    void anAnswerIsReadUpToItsBound() throws Exception {
        assertThat(send(demo(1_000, Duration.ofSeconds(20)), "/long").body()).hasSize(1_000);
        assertThat(send(demo(9_000, Duration.ofSeconds(20)), "/long").body()).hasSize(5_000);
    }

    @Test
    void aRedirectIsAnAnswerNotAWay() throws Exception {
        assertThat(send(OutboundSettings.demo(), "/moved").status()).isEqualTo(302);
    }

    @Test
    void aBodyThatTricklesForEverEnds() {
        assertThatThrownBy(() -> send(demo(1_000, Duration.ofMillis(700)), "/trickle"))
                .isInstanceOf(HttpTimeoutException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://192.0.2.1/",
                "ftp://192.0.2.1/",
                "https://127.0.0.1/",
                "https://[::1]/",
                "https://192.0.2.1:70000/",
                "https://169.254.169.254/",
                "https://0.0.0.0/",
                "https://user:pw@192.0.2.1/",
                "https://224.0.0.1/",
                "https://[::ffff:127.0.0.1]/"
            })
    void someDestinationsAreNeverOnes(String uri) {
        OutboundHttp http = new OutboundHttp(OutboundSettings.defaults());
        assertThatThrownBy(() ->
                        http.send(URI.create(uri), HttpRequest.newBuilder().GET()))
                .isInstanceOf(OutboundRefused.class);
    }

    @Test
    void outsideTheAllowedRangesNothingIsReached() {
        OutboundSettings narrow = new OutboundSettings(
                List.of(),
                List.of(AddressRange.parse("10.0.0.0/8")),
                true,
                true,
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                10);
        assertThatThrownBy(() -> send(narrow, "/long")).isInstanceOf(OutboundRefused.class);
    }

    @Test
    void aNameThatDoesNotResolveMayDoSoLater() {
        OutboundHttp http = new OutboundHttp(OutboundSettings.defaults());
        assertThatThrownBy(() -> http.send(
                        URI.create("https://nowhere.invalid/"),
                        HttpRequest.newBuilder().GET()))
                .isInstanceOf(UnknownHostException.class);
    }
}
