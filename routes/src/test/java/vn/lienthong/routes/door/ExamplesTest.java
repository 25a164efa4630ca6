package vn.lienthong.routes.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.packet.AttachmentStore;
import vn.lienthong.gateway.packet.Message;
import vn.lienthong.gateway.packet.PacketLimits;
import vn.lienthong.gateway.packet.PacketReader;
import vn.lienthong.gateway.packet.PacketReading;
import vn.lienthong.gateway.packet.check.PacketChecks;
import vn.lienthong.routes.NoAgencies;

/** What integrators copy first is taken as it stands: the examples of the description, and the sample packets. */
class ExamplesTest {

    private static final Instant NOW = Instant.parse("2026-11-26T03:00:00Z");
    private static final String SCHEMAS = "/vn/lienthong/schemas/";

    private static JsonNode description() throws IOException {
        return JsonMapper.builder().build().readTree(new String(bytes("/api/openapi.json"), StandardCharsets.UTF_8));
    }

    private static byte[] bytes(String resource) throws IOException {
        try (InputStream in = ExamplesTest.class.getResourceAsStream(resource)) {
            return Objects.requireNonNull(in, resource).readAllBytes();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"new", "answer", "update", "replace"})
    void theExamplesOfDocumentsAreForms(String name) throws Exception {
        JsonNode example = description()
                .at("/paths/~1api~1v1~1documents/post/requestBody/content/multipart~1form-data/examples/" + name
                        + "/value/document");
        DocumentForm form = FormJson.read(example.toString().getBytes(StandardCharsets.UTF_8), DocumentForm.class);
        assertThat(CheckDocumentForm.of(form)).isEmpty();
        Message packet = new ComposePacket(new AgencyBlocks(new NoAgencies())).compose(form, List.of(), NOW);
        assertThat(PacketChecks.all().check(packet)).noneMatch(Finding::isError);
    }

    @Test
    void theExampleOfAStatusIsAForm() throws Exception {
        JsonNode example = description().at("/components/schemas/StatusForm/examples/0");
        StatusForm form = FormJson.read(example.toString().getBytes(StandardCharsets.UTF_8), StatusForm.class);
        assertThat(CheckStatusForm.of(form)).isEmpty();
        Message packet = new ComposeStatus(new AgencyBlocks(new NoAgencies())).compose(form, NOW);
        assertThat(PacketChecks.all().check(packet)).noneMatch(Finding::isError);
    }

    @Test
    void theExampleOfAnOpenedDocumentIsWholeAndItsFilesAreWhatTheyAreCalled() throws Exception {
        JsonNode schema = description().at("/components/schemas/OpenedDocument");
        JsonNode example = schema.at("/examples/0");
        assertThat(example.propertyNames())
                .containsExactlyInAnyOrderElementsOf(schema.get("properties").propertyNames());
        assertThat(example.at("/files/0").propertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        schema.at("/properties/files/items/properties").propertyNames());
        JsonNode answers = description().at("/paths/~1api~1v1~1deliveries~1{docId}~1files~1{number}/get/responses");
        assertThat(answers.at("/200/content").propertyNames())
                .containsExactlyInAnyOrder("application/pdf", "application/octet-stream");
        assertThat(answers.propertyNames()).contains("404");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sample-document.edxml", "sample-status.edxml", "sample-recall.edxml"})
    void theSamplesKeepEveryRuleAndTheSchema(String sample) throws Exception {
        byte[] packet = bytes(SCHEMAS + sample);
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(Objects.requireNonNull(ExamplesTest.class.getResource(SCHEMAS + "edxml-1.xsd")))
                .newValidator()
                .validate(new StreamSource(new ByteArrayInputStream(packet)));
        PacketReading reading = new PacketReader(PacketLimits.defaults())
                .read(new ByteArrayInputStream(packet), AttachmentStore.discarding());
        Message message = ((PacketReading.Understood) reading).message();
        assertThat(PacketChecks.all().check(message)).isEmpty();
    }

    @Test
    void aNameThatIsNearIsToldAndAFarOneIsNot() {
        assertThat(NearestName.of("docid", List.of("documentId", "docId"))).contains("docId");
        assertThat(NearestName.of("xyzzy", List.of("documentId", "docId"))).isEmpty();
    }
}
