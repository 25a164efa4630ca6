package vn.lienthong.gateway.packet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.SAXException;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.finding.Severity;
import vn.lienthong.gateway.packet.check.PacketChecks;

/** The nineteen published messages: eighteen are read with every field right, the malformed one is refused with its place. */
class SampleMessagesTest {

    private static final String VPCP = "000.00.00.G22,2015/09/30,7816/VPCP-TTĐT";

    static List<String> wellFormed() {
        return Samples.wellFormed();
    }

    @ParameterizedTest
    @MethodSource("wellFormed")
    void readsEveryFieldAsCheckedByEye(String name) {
        String golden = new String(Samples.resource("/messages/" + name + ".txt"), StandardCharsets.UTF_8);
        assertThat(GoldenText.of(Samples.understood(Samples.bytes(name)).message()))
                .isEqualTo(golden);
    }

    @ParameterizedTest
    @MethodSource("wellFormed")
    void losesNoLeafThatAnotherParserSees(String name) {
        byte[] original = Samples.bytes(name);
        byte[] written = Samples.written(Samples.understood(original).message());
        assertThat(Leaves.of(written)).isEqualTo(Leaves.of(original)).hasSizeGreaterThan(15);
    }

    @ParameterizedTest
    @MethodSource("wellFormed")
    void isTheSameMessageAfterWriting(String name) {
        Message message = Samples.understood(Samples.bytes(name)).message();
        byte[] written = Samples.written(message);
        Message again = Samples.understood(written).message();
        assertThat(again).isEqualTo(message);
        assertThat(Samples.written(again)).as("deterministic").isEqualTo(written);
        if (message instanceof Packet packet) {
            assertThat(ContentDigest.of((Packet) again)).isEqualTo(ContentDigest.of(packet));
        }
    }

    @ParameterizedTest
    @MethodSource("wellFormed")
    void keepsTheSchemaBeforeAndAfterWriting(String name) throws Exception {
        validate(Samples.bytes(name));
        validate(Samples.written(Samples.understood(Samples.bytes(name)).message()));
    }

    @Test
    void schemaCanRefuse() {
        byte[] wrong = Samples.text("edoc_0_new")
                .replace("<edXML:PromulgationDate>2019/01/16", "<edXML:PromulgationDate>16.1.2019")
                .getBytes(StandardCharsets.UTF_8);
        org.assertj.core.api.Assertions.assertThatExceptionOfType(SAXException.class)
                .isThrownBy(() -> validate(wrong))
                .withMessageContaining("16.1.2019");
    }

    @Test
    void malformedOneIsRefusedWithItsPlace() {
        PacketReading reading = Samples.read(Samples.bytes(Samples.MALFORMED));
        Finding refusal = Samples.refusal(reading, ErrorCode.PACKET_NOT_WELL_FORMED);
        assertThat(refusal.where()).isEqualTo("69:27");
        assertThat(refusal.text()).contains("MessageHeader").contains("From");
    }

    @Test
    void newDocument() {
        Packet packet = Samples.document("edoc_0_new");
        assertThat(packet.from().organId()).isEqualTo("000.00.00.A80");
        assertThat(packet.to()).extracting(AgencyBlock::organId).containsExactly("28.22.H17");
        assertThat(packet.documentId()).isEqualTo(new DocumentId(VPCP));
        assertThat(packet.code().full()).isEqualTo("74fass22/VPCP-TTĐT");
        assertThat(packet.promulgation().date()).contains(LocalDate.of(2019, 1, 16));
        assertThat(packet.dueDate().date()).contains(LocalDate.of(2018, 9, 28));
        assertThat(packet.business().action()).isEqualTo(BusinessAction.NEW);
        assertThat(packet.business().documentId().value())
                .as("carried, thirtieth of February and all")
                .isEqualTo("000.00.00.G22,2014/02/30,7806/VPCP-TTĐT");
        assertThat(packet.business().targetDocumentId()).isEmpty();
        assertThat(packet.targets()).isEmpty();
        assertThat(packet.trace()).singleElement().satisfies(hop -> assertThat(hop.time())
                .as("midnight in Vietnam")
                .contains(Instant.parse("2018-09-27T17:00:00Z")));
        assertThat(packet.envelopeSignature().kind()).isEqualTo(EnvelopeSignature.Kind.NOT_XMLDSIG);
        assertThat(packet.attachments()).singleElement().satisfies(attachment -> {
            assertThat(attachment.name()).isEqualTo("tep1.doc");
            assertThat(attachment.content().orElseThrow().bytes().map(b -> new String(b, StandardCharsets.UTF_8)))
                    .contains("synthetic attachment body for tep1.doc\n");
        });
    }

    @Test
    void revocationActsOnWhatItAnswers() {
        Packet packet = Samples.document("edoc_1_revocation");
        assertThat(packet.business().action()).isEqualTo(BusinessAction.REVOKE);
        assertThat(packet.to())
                .extracting(AgencyBlock::organId)
                .containsExactly("000.00.00.H41", "000.00.00.H14", "000.00.00.G17");
        assertThat(packet.targets()).containsExactly(new DocumentId("000.00.04.G14,2012/08/06,267/VPCP-TTĐT"));
    }

    @Test
    void updateNamesItsDocumentAndItsReceivers() {
        Packet packet = Samples.document("edoc_2_update");
        assertThat(packet.business().action()).isEqualTo(BusinessAction.UPDATE);
        assertThat(packet.targets()).containsExactly(new DocumentId("000.00.00.G22,2014/02/30,7806/VPCP-TTĐT"));
        assertThat(packet.business().change().receivers())
                .containsExactly(new ReceiverChange("000.00.00.H41", "0"), new ReceiverChange("000.00.00.H14", "1"));
        assertThat(packet.business().change().receivers().get(0).isRemoved()).isTrue();
        assertThat(packet.business().change().receivers().get(1).isAdded()).isTrue();
    }

    @Test
    void replacementListsWhatItReplaces() {
        Packet packet = Samples.document("edoc_3_replacement");
        DocumentId replaced = new DocumentId("000.00.00.G22,2014/01/30,7806/VPCP-TTĐT");
        assertThat(packet.business().action()).isEqualTo(BusinessAction.REPLACE);
        assertThat(packet.business().replacements())
                .containsExactly(
                        new Replacement(replaced, List.of("000.00.00.H41", "000.00.00.H14")),
                        new Replacement(replaced, List.of("000.00.00.H41", "000.00.00.H14")));
        assertThat(packet.targets()).containsExactly(replaced);
    }

    @Test
    void hubTraceAndMissingBusiness() {
        PacketReading.Understood reading = Samples.understood(Samples.bytes("delivered_2019_with_hub_trace"));
        Packet packet = (Packet) reading.message();
        assertThat(packet.trace()).extracting(TraceHop::organId).containsExactly("01.02.G22", "001.00.20.TT2");
        assertThat(packet.business()).isEqualTo(Business.ABSENT);
        assertThat(packet.responseFor()).containsExactly(ResponseFor.NONE);
        assertThat(reading.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.INFORMATION);
            assertThat(finding.where()).isEqualTo("TraceHeaderList/Bussiness");
        });
    }

    @Test
    void nullAndMissingTraceCodesAreKept() {
        Packet packet = Samples.document("delivered_2025_zip_labelled_pdf_no_signature");
        assertThat(packet.trace())
                .containsExactly(new TraceHop("null", "2025/10/23 16:28:42"), new TraceHop("", "2025/10/23 16:28:43"));
        assertThat(packet.envelopeSignature()).isEqualTo(EnvelopeSignature.ABSENT);
        assertThat(packet.attachments().get(0).payload()).satisfies(payload -> {
            AttachmentPayload.Kept kept = (AttachmentPayload.Kept) payload;
            assertThat(kept.packing()).as("a ZIP, whatever its label").isEqualTo(Packing.ZIPPED);
            assertThat(kept.damaged()).isFalse();
        });
    }

    @Test
    void damagedBinaryIsFoundAndKeptAsEvidence() {
        PacketReading.Understood reading =
                Samples.understood(Samples.bytes("delivered_2025_raw_base64_binary_damaged"));
        Packet packet = (Packet) reading.message();
        AttachmentPayload.Kept kept =
                (AttachmentPayload.Kept) packet.attachments().get(0).payload();
        assertThat(kept.damaged()).isTrue();
        assertThat(kept.packing()).isEqualTo(Packing.RAW);
        assertThat(kept.kind()).isEqualTo(ContentKind.PDF);
        assertThat(reading.findings())
                .filteredOn(Finding::isError)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo(ErrorCode.ATTACHMENT_DAMAGED);
                    assertThat(finding.where()).isEqualTo("AttachmentEncoded/Attachment[1]");
                    assertThat(finding.text()).contains("tep1.pdf").contains("4 replacement characters");
                });
    }

    @Test
    void statuses() {
        StatusMessage refused = Samples.status("status_02_rejection");
        assertThat(refused.code()).isEqualTo(StatusCode.REFUSED);
        assertThat(refused.from().organId()).isEqualTo("000.00.00.H41");
        assertThat(refused.responseFor())
                .isEqualTo(new ResponseFor(
                        "000.00.00.G22", "7816/VPCP-TTĐT", new DateText("2015/09/30"), new DocumentId(VPCP)));
        assertThat(refused.description()).isEqualTo("Mô tả: từ chối tiếp nhận, kèm lý do");
        assertThat(refused.timestamp()).contains(Instant.parse("2015-09-20T04:08:36Z"));
        assertThat(Samples.STATUSES.stream()
                        .map(name -> Samples.status(name).code().text()))
                .containsExactly("01", "01", "02", "03", "04", "05", "06", "13", "15", "16");
    }

    @ParameterizedTest
    @MethodSource("wellFormed")
    void noCheckHasAnErrorAboutThem(String name) {
        Message message = Samples.understood(Samples.bytes(name)).message();
        assertThat(PacketChecks.all().check(message)).noneMatch(Finding::isError);
    }

    private static void validate(byte[] packet) throws SAXException, IOException {
        SCHEMA.newValidator().validate(new StreamSource(new ByteArrayInputStream(packet)));
    }

    private static final Schema SCHEMA = schema();

    private static Schema schema() {
        try {
            return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(Objects.requireNonNull(
                            SampleMessagesTest.class.getResource("/vn/lienthong/schemas/edxml-1.xsd")));
        } catch (SAXException e) {
            throw new AssertionError("edxml-1.xsd", e);
        }
    }
}
