package vn.lienthong.routes.door.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.routes.door.ServicesFixture.json;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.packet.AttachmentStore;
import vn.lienthong.gateway.packet.Packet;
import vn.lienthong.gateway.packet.PacketLimits;
import vn.lienthong.gateway.packet.PacketReader;
import vn.lienthong.gateway.packet.PacketReading;
import vn.lienthong.gateway.signature.Integrity;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.SignedFile;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.path.Revocations;
import vn.lienthong.gateway.signature.path.TrustBranch;
import vn.lienthong.gateway.signature.path.TrustStore;
import vn.lienthong.gateway.signature.path.TrustStores;
import vn.lienthong.gateway.signature.xml.EnvelopeBytes;
import vn.lienthong.gateway.signature.xml.EnvelopeHint;
import vn.lienthong.gateway.signature.xml.EnvelopeLimits;
import vn.lienthong.gateway.signature.xml.VerifyEnvelope;
import vn.lienthong.routes.door.ServicesFixture;

/** With {@code envelope.sign}, what a form becomes is signed as a whole, and its recipient finds it so under our hop. */
@Tag("ci")
class SignedEnvelopeTest {

    @TempDir
    private static Path folder;

    @Test
    void whatAFormBecomesIsSignedAndHoldsUnderOurHop() throws Exception {
        try (ServicesFixture services = new ServicesFixture(folder, Map.of("envelope.sign", "true"))) {
            HttpRequest.Builder request = services.call("G22", "/api/v1/documents")
                    .header("Content-Type", Form.TYPE)
                    .POST(Form.letter("G22", "H53", "103").body());
            HttpResponse<String> taken = services.send(request.build());
            assertThat(taken.statusCode()).as(taken.body()).isEqualTo(201);
            assertThat(services.send(request.build()).statusCode())
                    .as("signed anew, the same document")
                    .isEqualTo(200);
            String id = json(taken).get("id").asString();
            String copy = json(services.send(
                            services.call("H53", "/api/v1/documents/" + id).build()))
                    .get("deliveries")
                    .get(0)
                    .get("docId")
                    .asString();
            String packet = services.send(services.call("H53", "/api/v1/deliveries/" + copy + "/content")
                            .build())
                    .body();

            assertThat(packet).contains("URI=\"cid:1\"").contains("<edXML:OrganId>LIENTHONG</edXML:OrganId>");
            SignatureReport report = verify(packet);
            assertThat(report.verdicts().getFirst().facts().integrity())
                    .as(report.toString())
                    .isEqualTo(Integrity.INTACT);
            assertThat(report.allFindings())
                    .anyMatch(finding -> finding.code() == ErrorCode.ENVELOPE_SIGNATURE_LEAVES_TRACE);
        }
    }

    private static SignatureReport verify(String packet) throws Exception {
        PacketReading reading = new PacketReader(PacketLimits.defaults())
                .read(new ByteArrayInputStream(packet.getBytes(StandardCharsets.UTF_8)), AttachmentStore.discarding());
        Packet read = (Packet) ((PacketReading.Understood) reading).message();
        String base64 = read.envelopeSignature().certificates().getFirst();
        X509Certificate seal = (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(
                        new ByteArrayInputStream(Base64.getMimeDecoder().decode(base64)));
        TrustStores stores = TrustStores.of(new TrustStore(TrustBranch.GOVERNMENT, List.of(seal), List.of()));
        return new VerifyEnvelope(stores, Revocations.none(), ValidationPolicy.standard(), EnvelopeLimits.standard())
                .verify(
                        EnvelopeHint.XMLDSIG,
                        EnvelopeBytes.of(packet.getBytes(StandardCharsets.UTF_8)),
                        List.of(SignedFile.of("cid:1", Form.FILE.getBytes(StandardCharsets.UTF_8))),
                        Instant.now());
    }
}
