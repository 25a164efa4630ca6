package vn.lienthong.routes.door.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.routes.door.AuthenticateSystem;
import vn.lienthong.routes.door.ServicesFixture;
import vn.lienthong.routes.door.SystemCall;
import vn.lienthong.routes.platform.AxisListener;
import vn.lienthong.routes.platform.ConsoleListener;

class TokenEndpointTest {

    @TempDir
    private static Path folder;

    private static ServicesFixture services;

    @BeforeAll
    static void start() {
        services = new ServicesFixture(folder, Map.of());
    }

    @AfterAll
    static void stop() {
        services.close();
    }

    private static HttpResponse<String> post(String path, String form, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(services.uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return services.send(request.build());
    }

    private static SystemCall shown(String token) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addHeader("Authorization", "Bearer " + token);
        return services.part(AuthenticateSystem.class).authenticate(request);
    }

    @Test
    void givesATokenThatIsKnownAgain() throws Exception {
        HttpResponse<String> answer = services.askForToken("sys-G22", "secret of G22");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(ServicesFixture.json(answer).get("token_type").asString()).isEqualTo("Bearer");
        assertThat(ServicesFixture.json(answer).get("expires_in").asInt()).isEqualTo(600);
        String token = ServicesFixture.json(answer).get("access_token").asString();
        assertThat(shown(token)).isInstanceOfSatisfying(SystemCall.Known.class, known -> assertThat(
                        known.caller().systemId())
                .isEqualTo("sys-G22"));
    }

    @Test
    void takesBasicToo() throws Exception {
        String basic = Base64.getEncoder().encodeToString("sys-G22:secret+of+G22".getBytes(StandardCharsets.UTF_8));
        assertThat(post("/oauth2/token", "grant_type=client_credentials", "Authorization", "Basic " + basic)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aTokenEndsWithTheSecretAndWithTheSystem() throws Exception {
        services.connect("sys-leaving", "H01", "first");
        String token = ServicesFixture.json(services.askForToken("sys-leaving", "first"))
                .get("access_token")
                .asString();
        assertThat(shown(token)).isInstanceOf(SystemCall.Known.class);
        services.save("sys-leaving", "second", true);
        assertThat(shown(token)).isInstanceOf(SystemCall.Denied.class);
        String next = ServicesFixture.json(services.askForToken("sys-leaving", "second"))
                .get("access_token")
                .asString();
        services.save("sys-leaving", "second", false);
        assertThat(shown(next)).isInstanceOf(SystemCall.Denied.class);
        assertThat(services.askForToken("sys-leaving", "second").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "grant_type=client_credentials&client_id=sys-G22&client_secret=wrong, 401, invalid_client",
        "grant_type=client_credentials&client_id=nobody&client_secret=, 401, invalid_client",
        "grant_type=client_credentials&client_id=sys-G22, 401, invalid_client",
        "grant_type=client_credentials, 401, invalid_client",
        "grant_type=client_credentials&client_id=%00&client_secret=%00, 401, invalid_client",
        "grant_type=password&client_id=sys-G22&client_secret=secret of G22, 400, unsupported_grant_type",
        "client_id=sys-G22&client_secret=secret of G22, 400, invalid_request",
        "'', 400, invalid_request"
    })
    void refusesTheRest(String form, int status, String error) throws Exception {
        HttpResponse<String> answer = post("/oauth2/token", form.replace(" ", "+"));
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(ServicesFixture.json(answer).get("error").asString()).isEqualTo(error);
        assertThat(answer.body()).doesNotContain("access_token");
    }

    @Test
    void refusesSecretsInAddressesAndTwoWaysAtOnce() throws Exception {
        String form = "grant_type=client_credentials&client_id=sys-G22&client_secret=secret+of+G22";
        assertThat(post("/oauth2/token?" + form, "").statusCode()).isEqualTo(400);
        String basic = Base64.getEncoder().encodeToString("sys-G22:secret+of+G22".getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> twice = post("/oauth2/token", form, "Authorization", "Basic " + basic);
        assertThat(twice.statusCode()).isEqualTo(400);
        assertThat(twice.body()).contains("invalid_request", "client shown twice");
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', grant_type is missing",
        "grant_type=password, '', grant_type is another one",
        "grant_type=client_credentials&grant_type=client_credentials, '', more than once",
        "grant_type=client_credentials, '', client_id is missing",
        "grant_type=client_credentials&client_id=sys-G22, '', client_secret is missing",
        "grant_type=client_credentials, Bearer x, Authorization cannot be read",
        "grant_type=client_credentials, Basic eA==, Authorization cannot be read"
    })
    void saysWhichFaultItIs(String form, String authorization, String description) throws Exception {
        HttpResponse<String> answer = authorization.isEmpty()
                ? post("/oauth2/token", form)
                : post("/oauth2/token", form, "Authorization", authorization);
        String told = ServicesFixture.json(answer).get("error_description").asString();
        assertThat(told).contains(description, "(expected: ");
        // RFC 6749 §5.2
        assertThat(told).matches("[\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]+");
    }

    @Test
    void tellsNotWhichClientsThereAre() throws Exception {
        String known = services.askForToken("sys-G22", "guess").body();
        assertThat(services.askForToken("nobody-at-all", "guess").body()).isEqualTo(known);
        assertThat(known).contains("invalid_client", "client not let in");
    }

    @Test
    void wantsAForm() throws Exception {
        HttpResponse<String> answer = services.send(HttpRequest.newBuilder(services.uri("/oauth2/token"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"grant_type\":\"client_credentials\"}"))
                .build());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("invalid_request", "application/x-www-form-urlencoded");
    }

    @Test
    void anOperatorFindsWhoWasTurnedAway() throws Exception {
        services.askForToken("sys-H53", "guess");
        assertThat(services.newestRefusal().systemId()).isEqualTo("sys-H53");
        assertThat(services.newestRefusal().findings().getFirst().code()).isEqualTo(ErrorCode.CREDENTIALS_WRONG);
    }

    @Test
    void eachListenerHasItsOwnPaths() throws Exception {
        int console = services.part(ConsoleListener.class).port();
        int axis = services.part(AxisListener.class).port();
        for (String path : List.of("/oauth2/token", "/api/v1/documents", "/services/documents", "/v1/sendEdoc")) {
            assertThat(status(console, path)).as(path).isEqualTo(404);
            assertThat(status(axis, path)).as(path).isEqualTo(404);
        }
        for (String path : List.of("/", "/login", "/actuator/health", "/XrdAdapter/adapter/getEdoc")) {
            assertThat(status(services.port(), path)).as(path).isEqualTo(404);
        }
        assertThat(status(services.port(), "/oauth2/token")).isEqualTo(405);
    }

    private static int status(int port, String path) throws IOException, InterruptedException {
        return services.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .build())
                .statusCode();
    }
}
