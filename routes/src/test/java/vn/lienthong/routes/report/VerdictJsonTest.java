package vn.lienthong.routes.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.evidence.ReceiptContent;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.finding.Severity;
import vn.lienthong.gateway.signature.Change;
import vn.lienthong.gateway.signature.Coverage;
import vn.lienthong.gateway.signature.Indication;
import vn.lienthong.gateway.signature.Integrity;
import vn.lienthong.gateway.signature.PathStatus;
import vn.lienthong.gateway.signature.Presence;
import vn.lienthong.gateway.signature.RevocationFacts;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.SignatureVerdict;
import vn.lienthong.gateway.signature.SubIndication;
import vn.lienthong.gateway.signature.file.FileKind;
import vn.lienthong.gateway.signature.path.TrustBranch;
import vn.lienthong.gateway.verification.JudgedFile;
import vn.lienthong.gateway.verification.Outcome;
import vn.lienthong.gateway.verification.ReceiptView;

/** The JSON is what the description for integrators says it is. */
class VerdictJsonTest {
    private static final Instant NOW = Reports.NOW;

    private static JsonNode schema(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(VerdictJsonTest.class.getResourceAsStream("/api/openapi.json"))) {
            return JsonMapper.builder()
                    .build()
                    .readTree(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .at("/components/schemas/" + name);
        }
    }

    private static JsonNode written() {
        Finding finding = Finding.warning(ErrorCode.SIGNATURE_INDETERMINATE, "a.pdf", "CRL: none (expected: one)");
        SignatureReport report = new SignatureReport(
                "a.pdf",
                Presence.SIGNED,
                List.of(SignatureVerdict.because(
                        SubIndication.TRY_LATER,
                        Reports.facts(
                                Coverage.WHOLE_FILE,
                                Integrity.INTACT,
                                PathStatus.TRUSTED,
                                RevocationFacts.Status.REVOKED,
                                List.of(new Change(Change.Kind.METADATA, "object 1"))),
                        List.of(finding))),
                List.of(Reports.stamp(Coverage.WHOLE_FILE, Optional.of(SubIndication.TRY_LATER))),
                List.of(finding));
        Sha256 digest = Sha256.of(new byte[0]);
        ReceiptView receipt = new ReceiptView(
                new ReceiptContent("1", "2", "H53", "3", NOW, digest, digest, digest, NOW),
                Optional.empty(),
                Optional.of(ReceiptView.Match.OTHER));
        JudgedFile judged = new JudgedFile(
                "a.pdf", FileKind.PDF, Optional.of(receipt), Optional.empty(), List.of(report), List.of(finding));
        return JsonMapper.builder().build().readTree(VerdictJson.write(judged, NOW));
    }

    @Test
    void itNamesTheAnswerThatWasUsed() {
        JsonNode revocation = written().at("/reports/0/signatures/0/revocation");
        assertThat(revocation.path("invalidFrom").asString())
                .isEqualTo(NOW.minusSeconds(60).toString());
        assertThat(revocation.path("reason").asString()).isEqualTo("KEY_COMPROMISE");
        assertThat(revocation.path("issuer").asString()).isEqualTo("CN=CA");
        assertThat(revocation.path("nextUpdate").asString())
                .isEqualTo(NOW.plusSeconds(600).toString());
        assertThat(revocation.path("answerSha256").asString())
                .isEqualTo(Sha256.of(new byte[0]).hex());
    }

    /** Every name that is written is described, and every required one written. */
    private static void isDescribed(JsonNode written, JsonNode schema, String what) {
        assertThat(schema.get("properties").propertyNames()).as(what).containsAll(written.propertyNames());
        schema.path("required")
                .forEach(name -> assertThat(written.propertyNames()).as(what).contains(name.asString()));
    }

    @Test
    void everyNameIsDescribed() throws IOException {
        JsonNode written = written();
        JsonNode report = written.at("/reports/0");
        JsonNode signature = report.at("/signatures/0");
        isDescribed(written, schema("Verification"), "file");
        isDescribed(report, schema("SignatureReport"), "report");
        isDescribed(signature, schema("SignatureVerdict"), "signature");
        isDescribed(report.at("/timestamps/0"), schema("DocumentTimestamp"), "timestamp");
        isDescribed(written.at("/findings/0"), schema("VerificationFinding"), "finding");
        isDescribed(written.get("receipt"), schema("Verification/properties/receipt"), "receipt");
        for (String part : List.of("signer", "time", "revocation")) {
            isDescribed(signature.get(part), schema("SignatureVerdict/properties/" + part), part);
        }
    }

    @Test
    void theExampleIsOfTheSameForm() throws IOException {
        JsonNode example = schema("Verification").at("/examples/0");
        JsonNode report = example.at("/reports/0");
        isDescribed(example, schema("Verification"), "example");
        isDescribed(report, schema("SignatureReport"), "example's report");
        isDescribed(report.at("/signatures/0"), schema("SignatureVerdict"), "example's signature");
        isDescribed(report.at("/timestamps/0"), schema("DocumentTimestamp"), "example's timestamp");
    }

    @Test
    void everyValueIsDescribed() throws IOException {
        values("Verification/properties/kind", FileKind.values());
        values("Verification/properties/outcome", Outcome.values());
        values("Verification/properties/receipt/properties/document", ReceiptView.Match.values());
        values("VerificationFinding/properties/severity", Severity.values());
        values("SignatureReport/properties/presence", Presence.values());
        values("SignatureReport/properties/indication", Indication.values());
        values("SignatureVerdict/properties/subIndication", SubIndication.values());
        values("DocumentTimestamp/properties/subIndication", SubIndication.values());
        values("SignatureVerdict/properties/integrity", Integrity.values());
        values("SignatureVerdict/properties/coverage", Coverage.values());
        values("SignatureVerdict/properties/path", PathStatus.values());
        values("SignatureVerdict/properties/signer/properties/branch", TrustBranch.values());
        values("SignatureVerdict/properties/revocation/properties/status", RevocationFacts.Status.values());
        values("SignatureVerdict/properties/changesAfter/items/properties/kind", Change.Kind.values());
    }

    private static void values(String place, Enum<?>[] values) throws IOException {
        TreeSet<String> described = new TreeSet<>();
        schema(place).get("enum").forEach(value -> described.add(value.asString()));
        assertThat(described)
                .as(place)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(values).map(Enum::name).toList());
    }
}
