package vn.lienthong.certsdev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.time.Clock;
import java.time.Instant;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.tsp.TimeStampResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The services over HTTP, asked by hand and by the JDK's revocation checker, whose OCSP knows only the true time. */
class ServicesTest {
    private static DevPkiServices services;
    private static DevelopmentPki pki;
    private static Instant now;
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws Exception {
        now = Clock.systemUTC().instant();
        services = DevPkiServices.start(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                base -> DevelopmentPki.create(DevelopmentPki.Settings.of(now, base.resolve("/dev/"))));
        pki = services.pki();
    }

    @AfterAll
    static void stop() {
        services.close();
    }

    @ParameterizedTest
    @CsvSource({"GOOD, OK", "REVOKED, REVOKED", "OCSP_DOWN, UNDETERMINED_REVOCATION_STATUS"})
    void the_jdk_asks_ocsp_and_believes_it(Fate fate, String outcome) throws Exception {
        assertThat(PkixCheck.withOcsp(Pkis.seal(pki, fate), pki.root(Branch.GOVERNMENT), now))
                .isEqualTo(outcome);
    }

    @Test
    void crls_and_issuers_are_fetched() throws Exception {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        X509CRL crl = (X509CRL) factory.generateCRL(
                new ByteArrayInputStream(get("dev/crl/party-ca.crl").body()));

        crl.verify(pki.issuingCa(Branch.PARTY).getPublicKey());
        assertThat(get("dev/crt/government-root.crt").body())
                .isEqualTo(pki.root(Branch.GOVERNMENT).getEncoded());
        assertThat(get("dev/crl/party-ca.crl").headers().firstValue("Content-Type"))
                .hasValue("application/pkix-crl");
    }

    @ParameterizedTest
    @CsvSource({
        "dev/down/ocsp, 500",
        "dev/down/government-ca.crl, 500",
        "dev/crl/nobody.crl, 404",
        "dev/crl/government-ca.crt, 404",
        "dev/tsa, 405",
        "dev/ocsp/%25, 400",
        "elsewhere, 404"
    })
    void other_paths_say_so(String path, int status) throws Exception {
        assertThat(get(path).statusCode()).isEqualTo(status);
    }

    @Test
    void unreadable_requests_get_the_protocols_own_refusal() throws Exception {
        assertThat(new OCSPResp(post("dev/ocsp", new byte[] {1, 2, 3}).body()).getStatus())
                .isEqualTo(1);
        assertThat(new TimeStampResponse(post("dev/tsa", new byte[] {1, 2, 3}).body()).getStatus())
                .isEqualTo(2);
        assertThat(post("dev/tsa", new byte[70_000]).statusCode()).isEqualTo(413);
    }

    @Test
    void it_stops() throws Exception {
        DevPkiServices other = DevPkiServices.start(pki, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        URI crl = other.base().resolve("/dev/crl/public-ca.crl");
        assertThat(send(HttpRequest.newBuilder(crl)).statusCode()).isEqualTo(200);

        other.close();

        assertThatIOException().isThrownBy(() -> send(HttpRequest.newBuilder(crl)));
    }

    @Test
    void it_is_never_open_to_others() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DevPkiServices.start(pki, new InetSocketAddress(0)))
                .withMessageContaining("(expected: loopback)");
    }

    private HttpResponse<byte[]> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(at(path)));
    }

    private HttpResponse<byte[]> post(String path, byte[] body) throws Exception {
        return send(HttpRequest.newBuilder(at(path)).POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static URI at(String path) {
        return URI.create(services.base() + "/" + path);
    }
}
