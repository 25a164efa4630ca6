package vn.lienthong.routes.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.gateway.access.CallerKind;
import vn.lienthong.gateway.access.Mandate;
import vn.lienthong.gateway.access.ReceivingSystem;
import vn.lienthong.gateway.access.Right;
import vn.lienthong.gateway.access.Systems;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.routes.PlainLetter;
import vn.lienthong.routes.TlsKeys;
import vn.lienthong.routes.link.AxisClient;

/** Both listeners behind keys of their own, and a system that is known by its certificate as well as by its secret. */
@Tag("ci")
final class TlsListenersTest {

    private static final String FROM = "G22";
    private static final String SYSTEM = "sys-bound";
    private static final String SECRET = "bí mật của hệ thống";

    @TempDir
    private static Path folder;

    private static TlsKeys hosts;
    private static TlsKeys clients;
    private static TlsKeys.Identity bound;
    private static RunningGateway gateway;

    @BeforeAll
    static void start() throws Exception {
        hosts = new TlsKeys("hosts of the test");
        clients = new TlsKeys("clients of the test");
        bound = clients.host("client.example");
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put(
                "database.embedded-binaries",
                Path.of("target", "postgres").toAbsolutePath().toString());
        settings.put("console.port", "0");
        settings.put("axis.port", "0");
        settings.put("services.port", "0");
        String keys = hosts.host("127.0.0.1").write(folder.resolve("host.p12")).toString();
        for (String listener : List.of("console", "axis", "services")) {
            settings.put(listener + ".tls.key-store", keys);
            settings.put(listener + ".tls.key-store-password", TlsKeys.PASSWORD);
        }
        String known = clients.writeTrust(folder.resolve("clients.p12")).toString();
        for (String listener : List.of("axis", "services")) {
            settings.put(listener + ".tls.trust-store", known);
            settings.put(listener + ".tls.trust-store-password", TlsKeys.PASSWORD);
        }
        ReadyCluster.layInto(folder.resolve("data"));
        gateway = RunningGateway.start(Mode.SERVE, folder.resolve("data"), settings, Progress.silent());
        register();
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    private static void register() throws Exception {
        Instant now = Instant.now();
        AgencyId agency = gateway.part(Agencies.class)
                .current()
                .holderOf(new AgencyCode(FROM), now)
                .orElseThrow();
        Systems systems = gateway.part(Systems.class);
        systems.save(
                new ReceivingSystem(
                        SYSTEM,
                        "Hệ thống gắn chứng thư",
                        CallerKind.AGENCY,
                        ReceivingSystem.DEFAULT_TIMESTAMP_WINDOW,
                        List.of(),
                        Optional.of(Sha256.of(bound.certificate().getEncoded()).hex()),
                        Optional.empty(),
                        true),
                SECRET.getBytes(StandardCharsets.UTF_8));
        systems.grant(SYSTEM, new Mandate(agency, Right.SEND, now.minusSeconds(3600), Optional.empty()));
    }

    private static HttpClient over(SSLContext tls) {
        return HttpClient.newBuilder().sslContext(tls).build();
    }

    private static AxisClient.Answer send(SSLContext tls, String number) throws Exception {
        URI adapter = URI.create(
                "https://127.0.0.1:" + gateway.part(AxisListener.class).port() + "/XrdAdapter/adapter");
        try (HttpClient http = over(tls)) {
            AxisClient client =
                    new AxisClient(http, adapter, SYSTEM, SECRET, Duration.ofSeconds(60), Clock.systemUTC());
            return client.send(FROM, "edoc", List.of(), AxisClient.File.of(PlainLetter.of(FROM, "H01", number)));
        }
    }

    private static int console(SSLContext tls, String scheme) throws Exception {
        URI page = URI.create(
                scheme + "://127.0.0.1:" + gateway.part(ConsoleListener.class).port() + "/actuator/health");
        try (HttpClient http = over(tls)) {
            return http.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    /** The certificate that a new connection to the listener sees. */
    private static java.security.cert.Certificate seen(SSLContext tls, int port) throws Exception {
        try (javax.net.ssl.SSLSocket socket =
                (javax.net.ssl.SSLSocket) tls.getSocketFactory().createSocket("127.0.0.1", port)) {
            socket.startHandshake();
            return socket.getSession().getPeerCertificates()[0];
        }
    }

    @Test
    void aReplacedKeyIsSeenByTheNextConnection() throws Exception {
        SSLContext tls = hosts.trusting();
        int port = gateway.part(ConsoleListener.class).port();
        Path file = folder.resolve("host.p12");
        java.security.cert.Certificate before = seen(tls, port);
        java.nio.file.Files.write(file, new byte[] {1, 2, 3});
        WatchKeys keys = gateway.part(WatchKeys.class);
        keys.takeUp();
        keys.takeUp();
        assertThat(seen(tls, port)).as("what is no key is not taken").isEqualTo(before);
        TlsKeys.Identity fresh = hosts.host("127.0.0.1");
        fresh.write(file);
        keys.takeUp();
        keys.takeUp();
        for (int listener : List.of(
                port,
                gateway.part(AxisListener.class).port(),
                gateway.part(ServicesListener.class).port())) {
            assertThat(seen(tls, listener)).isEqualTo(fresh.certificate()).isNotEqualTo(before);
        }
        assertThat(send(clients.showing(bound, hosts), "77").isOk())
                .as("client certificates are still known")
                .isTrue();
    }

    @Test
    void aBoundSystemIsKnownByItsCertificate() throws Exception {
        assertThat(send(clients.showing(bound, hosts), "1").isOk()).isTrue();
    }

    @Test
    void withoutItsCertificateTheSecretAloneIsNotEnough() throws Exception {
        AxisClient.Answer none = send(hosts.trusting(), "2");
        assertThat(none.isOk()).isFalse();
        AxisClient.Answer another = send(clients.showing(clients.host("other.example"), hosts), "3");
        assertThat(another.isOk()).isFalse();
    }

    /** The status of asking for a token, and of a call to the REST door that brings it, if one was given. */
    private static String token(SSLContext tls) throws Exception {
        String form = "grant_type=client_credentials&client_id=" + SYSTEM + "&client_secret="
                + URLEncoder.encode(SECRET, StandardCharsets.UTF_8);
        try (HttpClient http = over(tls)) {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(services("/oauth2/token"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(form))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 ? answer.body().replaceAll(".*access_token\":\"([^\"]+).*", "$1") : "";
        }
    }

    private static URI services(String path) {
        return URI.create(
                "https://127.0.0.1:" + gateway.part(ServicesListener.class).port() + path);
    }

    @Test
    void aTokenOfABoundSystemIsGivenToWhoShowsItsCertificate() throws Exception {
        assertThat(token(clients.showing(bound, hosts))).contains(".");
        assertThat(token(hosts.trusting())).isEmpty();
        assertThat(token(clients.showing(clients.host("other.example"), hosts))).isEmpty();
    }

    @Test
    void aBoundSystemIsKnownByItsCertificateAloneAndItsTokenCountsWithItOnly() throws Exception {
        SSLContext own = clients.showing(bound, hosts);
        String token = token(own);
        assertThat(rest(own, "")).isEqualTo(200);
        assertThat(rest(own, token)).isEqualTo(200);
        assertThat(rest(hosts.trusting(), token)).isEqualTo(401);
        assertThat(rest(hosts.trusting(), "")).isEqualTo(401);
        SSLContext other = clients.showing(clients.host("other.example"), hosts);
        assertThat(rest(other, token)).isEqualTo(401);
        assertThat(rest(other, "")).isEqualTo(401);
    }

    private static int rest(SSLContext tls, String token) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(services("/api/v1/documents"));
        try (HttpClient http = over(tls)) {
            HttpRequest made = token.isEmpty()
                    ? request.build()
                    : request.header("Authorization", "Bearer " + token).build();
            return http.send(made, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }

    @Test
    void aCertificateOfAnotherAuthorityIsTurnedAwayAtTheDoor() throws Exception {
        TlsKeys strangers = new TlsKeys("strangers");
        SSLContext stranger = strangers.showing(strangers.host("client.example"), hosts);
        assertThat(refused(stranger)).isTrue();
    }

    /** In TLS 1.2 while shaking hands, in 1.3 at the first read; or the client keeps its certificate to itself. */
    private static boolean refused(SSLContext tls) throws Exception {
        try {
            return !send(tls, "4").isOk();
        } catch (IOException turnedAway) {
            return true;
        }
    }

    @Test
    void theConsoleSpeaksTlsAndNothingElse() throws Exception {
        assertThat(console(hosts.trusting(), "https")).isEqualTo(200);
        assertThatThrownBy(() -> console(clients.trusting(), "https")).isInstanceOf(SSLException.class);
        assertThat(console(hosts.trusting(), "http")).isEqualTo(400);
    }

    @Test
    void bothVersionsOfTlsThatAreFitAreSpoken() throws Exception {
        for (String version : List.of("TLSv1.2", "TLSv1.3")) {
            for (int port : List.of(
                    gateway.part(AxisListener.class).port(),
                    gateway.part(ServicesListener.class).port(),
                    gateway.part(ConsoleListener.class).port())) {
                try (SSLSocket socket =
                        (SSLSocket) hosts.trusting().getSocketFactory().createSocket("127.0.0.1", port)) {
                    socket.setEnabledProtocols(new String[] {version});
                    socket.startHandshake();
                    assertThat(socket.getSession().getProtocol()).isEqualTo(version);
                }
            }
        }
    }
}
