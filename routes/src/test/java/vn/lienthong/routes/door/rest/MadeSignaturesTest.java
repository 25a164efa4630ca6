package vn.lienthong.routes.door.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.certsdev.DevelopmentPki;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.certsdev.KeyAlgorithm;
import vn.lienthong.gateway.access.Right;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.seal.AddSeal;
import vn.lienthong.gateway.seal.KeyPlace;
import vn.lienthong.gateway.signature.Integrity;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.SignedFile;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.file.FileVerifiers;
import vn.lienthong.gateway.signature.path.Revocations;
import vn.lienthong.gateway.signature.path.TrustStores;
import vn.lienthong.routes.door.ServicesFixture;

/** What a system has signed, in every form, and how it comes for its newest copy: alone. */
@Tag("ci")
class MadeSignaturesTest {
    private static final Instant NOW = now();
    private static final DevelopmentPki PKI = DevelopmentPki.create(
            new DevelopmentPki.Settings(NOW.minusSeconds(60), URI.create("http://127.0.0.1:9"), KeyAlgorithm.EC_P256));

    private static Instant now() {
        return Clock.systemUTC().instant();
    }

    @TempDir
    private static Path folder;

    private static ServicesFixture services;

    @BeforeAll
    static void start() throws Exception {
        services = new ServicesFixture(folder, Map.of());
        Path file = Files.write(
                folder.resolve("seal.p12"),
                PKI.sealOf("H53", "Sở Thử", Fate.GOOD).pkcs12("1234".toCharArray()));
        Instant now = services.part(Clock.class).instant();
        AgencyId agency = services.part(Agencies.class)
                .current()
                .holderOf(new AgencyCode("H53"), now)
                .orElseThrow();
        AddSeal.Outcome outcome = services.part(AddSeal.class)
                .add(new AddSeal.Wanted(
                        agency,
                        now,
                        new KeyPlace.File(file.toString()),
                        Optional.empty(),
                        "1234".getBytes(StandardCharsets.UTF_8),
                        Optional.empty(),
                        "CLI:test"));
        assertThat(outcome).isInstanceOf(AddSeal.Outcome.Added.class);
        services.grant("sys-H53", "H53", Right.SEAL, Optional.empty());
    }

    @AfterAll
    static void stop() {
        services.close();
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static HttpResponse<byte[]> sign(byte[] file, String type, Map<String, String> fields) throws Exception {
        return send(services.call("H53", "/api/v1/signatures")
                .header("Content-Type", Form.TYPE)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body(file, "a.dat", type, fields))));
    }

    static byte[] body(byte[] file, String name, String type, Map<String, String> fields) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        fields.forEach((field, value) -> out.writeBytes(text(
                "--ranh-gioi\r\nContent-Disposition: form-data; name=\"" + field + "\"\r\n\r\n" + value + "\r\n")));
        out.writeBytes(text("--ranh-gioi\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\n" + "Content-Type: " + type + "\r\n\r\n"));
        out.writeBytes(file);
        out.writeBytes(text("\r\n--ranh-gioi--\r\n"));
        return out.toByteArray();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] content(String kind) {
        return switch (kind) {
            case "pdf" -> VerificationsTest.letter();
            case "xml" -> text("<a><b>xin chào</b></a>");
            default -> text("xin chào");
        };
    }

    @ParameterizedTest
    @CsvSource({
        "pdf, application/pdf, '', false, application/pdf, pades",
        "pdf, application/octet-stream, '', false, application/pdf, pades",
        "xml, application/xml, '', false, application/xml, xades",
        "txt, text/plain, '', false, application/pkcs7-mime, cades",
        "pdf, application/pdf, '', true, application/pkcs7-signature, cades-detached",
        "txt, text/plain, asic-e, false, application/vnd.etsi.asic-e+zip, asic-e"
    })
    void eachKindIsSignedInItsFormAndFetchedAgain(
            String kind, String sent, String form, String detached, String got, String named) throws Exception {
        Map<String, String> fields =
                form.isEmpty() ? Map.of("agency", "H53", "detached", detached) : Map.of("agency", "H53", "form", form);
        HttpResponse<byte[]> made = sign(content(kind), sent, fields);
        assertThat(made.statusCode())
                .as(new String(made.body(), StandardCharsets.UTF_8))
                .isEqualTo(201);
        assertThat(made.headers().firstValue("Content-Type").orElse("")).startsWith(got);
        SignatureReport report = FileVerifiers.of(TrustStores.of(), Revocations.none(), ValidationPolicy.standard())
                .verify(SignedFile.of("made", made.body()), List.of(SignedFile.of("a.dat", content(kind))), now());
        assertThat(report.verdicts())
                .singleElement()
                .matches(verdict -> verdict.facts().integrity() == Integrity.INTACT);

        String location = made.headers().firstValue("Location").orElseThrow();
        HttpResponse<byte[]> again = send(services.call("H53", location));
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(made.body());
        assertThat(again.headers().firstValue("Content-Type").orElse("")).startsWith(got);
        assertThat(again.headers().firstValue("Seal-Level")).contains("B");
        assertThat(again.headers().firstValue("Last-Modified")).isPresent();
        String tag = again.headers().firstValue("ETag").orElseThrow();
        assertThat(send(services.call("H53", location).header("If-None-Match", tag))
                        .statusCode())
                .isEqualTo(304);

        HttpResponse<byte[]> status = send(services.call("H53", location + "/status"));
        JsonNode json = JsonMapper.builder().build().readTree(status.body());
        assertThat(json.path("form").asString()).isEqualTo(named);
        assertThat(json.path("name").asString()).isEqualTo("a.dat");
        assertThat(tag).contains(json.path("sha256").asString());
        assertThat(Instant.parse(json.path("keptUntil").asString()))
                .isAfter(Instant.parse(json.path("signedAt").asString()));
    }

    @Test
    void nobodyElseLearnsThatItIsThere() throws Exception {
        HttpResponse<byte[]> made = sign(content("txt"), "text/plain", Map.of("agency", "H53"));
        String location = made.headers().firstValue("Location").orElseThrow();
        for (String path : new String[] {location, location + "/status"}) {
            HttpResponse<byte[]> theirs = send(services.call("G22", path));
            assertThat(theirs.statusCode()).isEqualTo(404);
            String nobodys = path.replaceAll("[0-9a-f]{64}", "0".repeat(64));
            assertThat(send(services.call("H53", nobodys)).statusCode()).isEqualTo(404);
        }
        assertThat(send(services.call("H53", "/api/v1/signatures/x")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void aFormThatDoesNotFitIsRefused() throws Exception {
        assertThat(sign(content("txt"), "text/plain", Map.of("agency", "H53", "form", "xades"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(sign(content("txt"), "text/plain", Map.of("agency", "H53", "form", "pgp"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(sign(content("pdf"), "application/pdf", Map.of("agency", "H53", "form", "annex", "detached", "true"))
                        .statusCode())
                .isEqualTo(400);
    }

    /** As between the sweep of an old copy and the look-up of the new one, or where a disk is away: it is not gone for good. */
    @Test
    void whatIsOnRecordAndNotAtHandIsToBeAskedForAgain() throws Exception {
        HttpResponse<byte[]> made = sign(text("vừa đây"), "text/plain", Map.of("agency", "H53"));
        String location = made.headers().firstValue("Location").orElseThrow();
        String digest = location.replaceAll(".*/", "");
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> kept = all.filter(Files::isRegularFile)
                    .filter(file -> String.valueOf(file.getFileName()).contains(digest))
                    .toList();
            assertThat(kept).isNotEmpty();
            for (Path file : kept) {
                Files.delete(file);
            }
        }
        assertThat(send(services.call("H53", location)).statusCode()).isEqualTo(503);
    }

    @Test
    void anotherNameUnderTheSameKeyIsAnotherQuestion() throws Exception {
        Map<String, String> container = Map.of("agency", "H53", "form", "asic-e");
        assertThat(sign("khoa-1", "a.dat", container).statusCode()).isEqualTo(201);
        assertThat(sign("khoa-1", "a.dat", container).statusCode()).isEqualTo(201);
        assertThat(sign("khoa-1", "b.dat", container).statusCode()).isBetween(400, 499);
    }

    private static HttpResponse<byte[]> sign(String key, String name, Map<String, String> fields) throws Exception {
        return send(services.call("H53", "/api/v1/signatures")
                .header("Content-Type", Form.TYPE)
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body(text("xin chào"), name, "text/plain", fields))));
    }
}
