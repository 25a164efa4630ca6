package vn.lienthong.routes.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.gateway.access.Systems;
import vn.lienthong.gateway.finding.ErrorCode;

/** Tokens of a province's authorisation server at the real doors, beside our own. */
@Tag("ci")
class OtherIssuerTest {

    @TempDir
    private static Path folder;

    private static TestIssuer issuer;
    private static HttpServer server;
    private static ServicesFixture services;

    @BeforeAll
    static void start() throws Exception {
        issuer = new TestIssuer("1");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/certs", exchange -> {
            byte[] keys = issuer.keys().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        server.start();
        services = new ServicesFixture(
                folder,
                Map.of(
                        "services.issuer.uri",
                        TestIssuer.NAME,
                        "services.issuer.jwks",
                        "http://127.0.0.1:" + server.getAddress().getPort() + "/certs",
                        "services.issuer.audience",
                        TestIssuer.AUDIENCE));
        services.part(Systems.class).bindClient(TestIssuer.NAME, "qlvb-so", "sys-H01");
    }

    @AfterAll
    static void stop() {
        services.close();
        server.stop(0);
    }

    private static String token(String client) throws Exception {
        return issuer.token(
                JWSAlgorithm.ES256,
                TestIssuer.claims(client, services.part(Clock.class).instant()).build());
    }

    private static HttpResponse<String> list(String token) throws Exception {
        return services.send(HttpRequest.newBuilder(services.uri("/api/v1/deliveries"))
                .header("Authorization", "Bearer " + token)
                .build());
    }

    @Test
    void aClientThatIsBoundIsItsSystemAndNoOther() throws Exception {
        assertThat(list(token("qlvb-so")).statusCode()).isEqualTo(200);
        assertThat(list(token("qlvb-bo")).statusCode()).isEqualTo(401);
        assertThat(services.newestRefusal().findings().getFirst().code()).isEqualTo(ErrorCode.CREDENTIALS_WRONG);
        assertThat(services.newestRefusal().findings().getFirst().text()).contains("client qlvb-bo", "bind-issuer");
        // The system's name at the issuer is no way in.
        assertThat(list(token("sys-H01")).statusCode()).isEqualTo(401);
    }

    @Test
    void ourOwnTokensCountBesideAndSoapTakesBoth() throws Exception {
        assertThat(services.send(services.call("G22", "/api/v1/deliveries").build())
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> soap = services.send(HttpRequest.newBuilder(services.uri("/services/documents"))
                .header("Authorization", "Bearer " + token("qlvb-so"))
                .header("Content-Type", "text/xml; charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString("<x/>"))
                .build());
        assertThat(soap.statusCode()).isEqualTo(500);
    }

    @Test
    void aSystemThatIsSwitchedOffIsOutWhateverTheIssuerSays() throws Exception {
        services.connect("sys-leaving", "H01", "secret");
        services.part(Systems.class).bindClient(TestIssuer.NAME, "leaving", "sys-leaving");
        assertThat(list(token("leaving")).statusCode()).isEqualTo(200);
        services.save("sys-leaving", "secret", false);
        assertThat(list(token("leaving")).statusCode()).isEqualTo(401);
        services.save("sys-leaving", "secret", true);
        assertThat(list(token("leaving")).statusCode()).isEqualTo(200);
        services.part(Systems.class).unbindClient(TestIssuer.NAME, "leaving", "sys-leaving");
        assertThat(list(token("leaving")).statusCode()).isEqualTo(401);
    }
}
