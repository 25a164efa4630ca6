package vn.lienthong.routes.door.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.certsdev.Branch;
import vn.lienthong.certsdev.DevPkiServices;
import vn.lienthong.certsdev.DevelopmentPki;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.certsdev.KeyAlgorithm;
import vn.lienthong.gateway.access.Right;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.seal.AddSeal;
import vn.lienthong.gateway.seal.KeyPlace;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.SignedFile;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.file.FileVerifiers;
import vn.lienthong.gateway.signature.path.Revocations;
import vn.lienthong.gateway.signature.path.TrustBranch;
import vn.lienthong.gateway.signature.path.TrustStore;
import vn.lienthong.gateway.signature.path.TrustStores;
import vn.lienthong.routes.door.ServicesFixture;
import vn.lienthong.routes.platform.TrustFolder;

/** Where an authority answers, what nothing takes further later is handed out with its timestamp. */
@Tag("ci")
class StampedAtOnceTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static DevPkiServices authority;

    @SuppressWarnings("NullAway.Init")
    private static ServicesFixture services;

    private static Instant now() {
        return Clock.systemUTC().instant();
    }

    @BeforeAll
    static void start() throws Exception {
        Clock clock = Clock.systemUTC();
        authority = DevPkiServices.start(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                base -> DevelopmentPki.create(
                        new DevelopmentPki.Settings(clock.instant().minusSeconds(60), base, KeyAlgorithm.EC_P256),
                        clock));
        DevelopmentPki pki = authority.pki();
        Path store = Files.createDirectories(folder.resolve("trust").resolve(TrustFolder.name(TrustBranch.GOVERNMENT)));
        Files.writeString(
                store.resolve("dev.pem"), pem(pki.root(Branch.GOVERNMENT)) + pem(pki.issuingCa(Branch.GOVERNMENT)));
        services = new ServicesFixture(
                folder,
                Map.of("timestamp.url", String.valueOf(pki.timestampAddress()), "signing.at-once-within", "1m"));
        Path file = Files.write(
                folder.resolve("seal.p12"),
                pki.sealOf("H53", "Sở Thử", Fate.GOOD).pkcs12("1234".toCharArray()));
        Instant now = services.part(Clock.class).instant();
        AgencyId agency = services.part(Agencies.class)
                .current()
                .holderOf(new AgencyCode("H53"), now)
                .orElseThrow();
        assertThat(services.part(AddSeal.class)
                        .add(new AddSeal.Wanted(
                                agency,
                                now,
                                new KeyPlace.File(file.toString()),
                                Optional.empty(),
                                "1234".getBytes(StandardCharsets.UTF_8),
                                Optional.empty(),
                                "CLI:test")))
                .isInstanceOf(AddSeal.Outcome.Added.class);
        services.grant("sys-H53", "H53", Right.SEAL, Optional.empty());
    }

    private static String pem(X509Certificate certificate) throws Exception {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }

    @AfterAll
    static void stop() {
        services.close();
        authority.close();
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    @ParameterizedTest
    @CsvSource({"cades, false", "cades, true", "xades, false", "asic-e, false"})
    void itIsThereAndOnRecord(String form, boolean detached) throws Exception {
        byte[] content =
                (form.equals("xades") ? "<a><b>xin chào</b></a>" : "xin chào").getBytes(StandardCharsets.UTF_8);
        Map<String, String> fields =
                detached ? Map.of("agency", "H53", "detached", "true") : Map.of("agency", "H53", "form", form);
        HttpResponse<byte[]> made = send(services.call("H53", "/api/v1/signatures")
                .header("Content-Type", Form.TYPE)
                .POST(HttpRequest.BodyPublishers.ofByteArray(
                        MadeSignaturesTest.body(content, "a.dat", "application/octet-stream", fields))));
        assertThat(made.statusCode())
                .as(new String(made.body(), StandardCharsets.UTF_8))
                .isEqualTo(201);
        assertThat(made.headers().firstValue("Seal-Level")).contains("T");
        assertThat(made.headers().firstValue("Seal-Goal")).contains("T");
        TrustStores trusted = TrustStores.of(new TrustStore(
                TrustBranch.GOVERNMENT,
                List.of(authority.pki().root(Branch.GOVERNMENT)),
                List.of(authority.pki().issuingCa(Branch.GOVERNMENT))));
        SignatureReport report = FileVerifiers.of(trusted, Revocations.none(), ValidationPolicy.standard())
                .verify(SignedFile.of("made", made.body()), List.of(SignedFile.of("a.dat", content)), now());
        assertThat(report.verdicts())
                .singleElement()
                .matches(verdict -> verdict.facts().time().timestamped().isPresent());

        HttpResponse<byte[]> again =
                send(services.call("H53", made.headers().firstValue("Location").orElseThrow()));
        assertThat(again.body()).isEqualTo(made.body());
        assertThat(again.headers().firstValue("Seal-Level")).contains("T");
        assertThat(again.headers().firstValue("Seal-State")).contains("FINAL");
    }
}
