package vn.lienthong.routes.door.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.routes.door.ServicesFixture.json;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.lienthong.certsdev.Branch;
import vn.lienthong.certsdev.DevIdentity;
import vn.lienthong.certsdev.DevelopmentPki;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.certsdev.KeyAlgorithm;
import vn.lienthong.gateway.access.AccessAct;
import vn.lienthong.gateway.access.AccessEvents;
import vn.lienthong.gateway.access.Right;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.seal.AddSeal;
import vn.lienthong.gateway.seal.KeyPlace;
import vn.lienthong.gateway.signature.key.Pkcs12SigningKey;
import vn.lienthong.gateway.signature.path.CrlCache;
import vn.lienthong.gateway.signature.path.TrustBranch;
import vn.lienthong.gateway.signature.pdf.SignPdf;
import vn.lienthong.gateway.signature.pdf.SignatureDetails;
import vn.lienthong.gateway.signature.sample.MakeOfficialLetter;
import vn.lienthong.gateway.signature.sample.OfficialLetter;
import vn.lienthong.routes.door.ServicesFixture;
import vn.lienthong.routes.platform.TrustFolder;

/** What a system hears about a file that it hands in, of which nothing stays; and the seal that it asks for. */
@Tag("ci")
class VerificationsTest {
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
        Path store = Files.createDirectories(folder.resolve("trust").resolve(TrustFolder.name(TrustBranch.GOVERNMENT)));
        Files.writeString(
                store.resolve("dev.pem"), pem(PKI.root(Branch.GOVERNMENT)) + pem(PKI.issuingCa(Branch.GOVERNMENT)));
        services = new ServicesFixture(folder, Map.of());
        services.part(CrlCache.class).add(PKI.rootCrl(Branch.GOVERNMENT));
        services.part(CrlCache.class).add(PKI.crl(Branch.GOVERNMENT));
        seal();
    }

    /** H53 has a seal, and its system may have it put on. */
    private static void seal() throws Exception {
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

    private static HttpResponse<byte[]> ask(String caller, Map<String, byte[]> parts, String key) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        services.call(caller, "/api/v1/signatures")
                                .header("Content-Type", Form.TYPE)
                                .header("Idempotency-Key", key)
                                .POST(HttpRequest.BodyPublishers.ofByteArray(form(parts)))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aSystemGetsItsAgencysSealOnce() throws Exception {
        Map<String, byte[]> parts = Map.of("file", letter(), "agency", text("H53"), "reason", text("Ban hành"));
        HttpResponse<byte[]> first = ask("H53", parts, "k1");
        assertThat(first.statusCode())
                .as(new String(first.body(), StandardCharsets.UTF_8))
                .isEqualTo(201);
        assertThat(first.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(first.headers().firstValue("Seal-Level")).contains("B");
        assertThat(first.headers().firstValue("Seal-Goal")).isPresent();
        JsonNode verdict = json(verify("", "application/pdf", first.body()));
        assertThat(verdict.get("outcome").asString()).isEqualTo("PASSED");
        assertThat(verdict.at("/reports/0/signatures/0/signer/agencyCode").asString())
                .isEqualTo("H53");

        HttpResponse<byte[]> again = ask("H53", parts, "k1");
        assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(again.headers().firstValue("Seal-Level")).contains("B");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(ask(
                                "H53",
                                Map.of(
                                        "file",
                                        letter(),
                                        "agency",
                                        text("H53"),
                                        "form",
                                        text("annex"),
                                        "document",
                                        text("1/A")),
                                "k1")
                        .statusCode())
                .as("another call under the same key")
                .isEqualTo(422);
        assertThat(services.part(AccessEvents.class).latest(20))
                .anyMatch(event ->
                        event.act().filter(act -> act == AccessAct.SEALED).isPresent()
                                && event.actor().equals("SYSTEM:sys-H53"));
    }

    @Test
    void nobodyElseGetsIt() throws Exception {
        assertThat(ask("G22", Map.of("file", letter(), "agency", text("H53")), "k2")
                        .statusCode())
                .isEqualTo(403);
        assertThat(ask("H53", Map.of("file", letter(), "agency", text("G22")), "k3")
                        .statusCode())
                .isEqualTo(403);
        assertThat(ask("H53", Map.of("file", letter(), "agency", text("Z99.9")), "k4")
                        .statusCode())
                .as("the same for an agency that there is not")
                .isEqualTo(403);
    }

    @Test
    void aFileThatIsNotToBeSignedIsRefusedWithTheReason() throws Exception {
        HttpResponse<byte[]> damaged =
                ask("H53", Map.of("file", text("%PDF-1.7 và không có gì"), "agency", text("H53")), "k5");
        assertThat(damaged.statusCode()).isEqualTo(422);
        assertThat(new String(damaged.body(), StandardCharsets.UTF_8)).contains("SIGNING_FILE_DAMAGED");
        assertThat(ask("H53", Map.of("file", letter(), "agency", text("H53"), "page", text("x")), "k6")
                        .statusCode())
                .isEqualTo(400);
        assertThat(ask("H53", Map.of("file", letter()), "k7").statusCode()).isEqualTo(400);
        HttpResponse<byte[]> words = ask(
                "H53",
                Map.of("file", letter(), "agency", text("H53"), "form", text("copy"), "copyKind", text("ĐÃ DUYỆT CHI")),
                "k8");
        assertThat(words.statusCode())
                .as("no words of one's own above an agency's name")
                .isEqualTo(400);
        assertThat(new String(words.body(), StandardCharsets.UTF_8)).contains("SAO Y, SAO LỤC, TRÍCH SAO");
        String decomposed = Normalizer.normalize("TRÍCH SAO", Normalizer.Form.NFD);
        assertThat(ask(
                                "H53",
                                Map.of(
                                        "file",
                                        letter(),
                                        "agency",
                                        text("H53"),
                                        "form",
                                        text("copy"),
                                        "copyKind",
                                        text(decomposed)),
                                "k9")
                        .statusCode())
                .isEqualTo(201);
    }

    @AfterAll
    static void stop() {
        services.close();
    }

    private static String pem(X509Certificate certificate) throws Exception {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }

    static byte[] letter() {
        return new MakeOfficialLetter().make(OfficialLetter.of("Sở Thử", "12/SNV-VP", "Thử chữ ký số", NOW));
    }

    static byte[] sealed() throws Exception {
        DevIdentity identity = PKI.sealOf("H53", "Sở Thử", Fate.GOOD);
        return new SignPdf()
                .sign(
                        letter(),
                        Pkcs12SigningKey.of(identity.key(), identity.chain()),
                        new SignatureDetails("Người ký", "Ban hành", NOW, 8192));
    }

    private static HttpResponse<String> verify(String query, String type, byte[] body, String... headers)
            throws Exception {
        HttpRequest.Builder request = services.call("H53", "/api/v1/verifications" + query)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        HttpResponse<String> answer = services.send(
                headers.length == 0 ? request.build() : request.headers(headers).build());
        try (Stream<Path> left = Files.list(folder.resolve("scratch"))) {
            assertThat(left.filter(path -> path.getFileName().toString().matches("(files|packet|document)-.*")))
                    .as("nothing is kept")
                    .isEmpty();
        }
        return answer;
    }

    private static byte[] form(Map<String, byte[]> parts) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Map.Entry<String, byte[]> part : parts.entrySet()) {
            String file = !List.of("file", "content").contains(part.getKey())
                    ? ""
                    : "; filename=\"" + part.getKey() + ".pdf\"";
            out.writeBytes(("--ranh-gioi\r\nContent-Disposition: form-data; name=\"" + part.getKey() + "\"" + file
                            + "\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            out.writeBytes(part.getValue());
            out.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        out.writeBytes("--ranh-gioi--\r\n".getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    @Test
    void aRawFileIsJudged() throws Exception {
        HttpResponse<String> answer = verify("?name=a.pdf", "application/pdf", sealed());
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode verdict = json(answer);
        assertThat(verdict.get("outcome").asString()).isEqualTo("PASSED");
        assertThat(verdict.get("file").asString()).isEqualTo("a.pdf");
        assertThat(verdict.at("/reports/0/signatures/0/signer/agencyCode").asString())
                .isEqualTo("H53");
        assertThat(verdict.at("/reports/0/signatures/0/signer/branch").asString())
                .isEqualTo("GOVERNMENT");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void aFormIsJudgedAsOfAnInstant() throws Exception {
        byte[] at = NOW.minusSeconds(3L * 365 * 24 * 3600).toString().getBytes(StandardCharsets.UTF_8);
        JsonNode verdict = json(verify("", Form.TYPE, form(Map.of("file", sealed(), "at", at))));
        assertThat(verdict.get("outcome").asString()).isEqualTo("FAILED");
        assertThat(verdict.at("/reports/0/signatures/0/subIndication").asString())
                .isEqualTo("NOT_YET_VALID");
        assertThat(json(verify("", Form.TYPE, form(Map.of("file", letter()))))
                        .get("outcome")
                        .asString())
                .isEqualTo("UNSIGNED");
    }

    @Test
    void sentencesComeInTheLanguageThatIsAsked() throws Exception {
        HttpResponse<String> vietnamese = verify("", "application/pdf", sealed(), "Accept", "text/plain");
        assertThat(vietnamese.body()).contains("ĐẠT: mọi chữ ký đều hợp lệ", "Nhánh Chính phủ");
        assertThat(vietnamese.headers().firstValue("Content-Type")).contains("text/plain;charset=UTF-8");
        HttpResponse<String> english =
                verify("", "application/pdf", sealed(), "Accept", "text/plain", "Accept-Language", "en-GB,vi;q=0.5");
        assertThat(english.body()).contains("PASSED: every signature is valid");
        assertThat(english.headers().firstValue("Content-Language")).contains("en");
    }

    @Test
    void whatCannotBeReadIsAProblem() throws Exception {
        assertThat(verify("", Form.TYPE, form(Map.of("content", letter()))).statusCode())
                .isEqualTo(400);
        assertThat(verify("?at=hom-qua", "application/pdf", letter()).statusCode())
                .isEqualTo(400);
        assertThat(verify("?when=now", "application/pdf", letter()).statusCode())
                .isEqualTo(400);
        assertThat(verify("", "application/x-www-form-urlencoded", "a=b".getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(400);
        assertThat(verify("", "application/pdf", new byte[3 << 20]).statusCode())
                .isEqualTo(413);
        HttpResponse<String> cut = verify("", Form.TYPE, "--ranh-gioi\r\n".getBytes(StandardCharsets.UTF_8));
        assertThat(cut.statusCode()).isEqualTo(400);
        assertThat(cut.headers().firstValue("Content-Type")).contains("application/problem+json");
        HttpRequest nobody = HttpRequest.newBuilder(services.uri("/api/v1/verifications"))
                .POST(HttpRequest.BodyPublishers.ofByteArray(letter()))
                .build();
        assertThat(services.send(nobody).statusCode()).isEqualTo(401);
    }

    @Test
    void junkIsAnsweredLikeAnyFile() throws Exception {
        for (byte[] junk :
                List.of(new byte[0], new byte[] {'P', 'K', 3, 4}, "<edXML".getBytes(StandardCharsets.UTF_8))) {
            HttpResponse<String> answer = verify("", "application/octet-stream", junk);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(json(answer).get("outcome").asString()).isNotEqualTo("PASSED");
        }
    }
}
