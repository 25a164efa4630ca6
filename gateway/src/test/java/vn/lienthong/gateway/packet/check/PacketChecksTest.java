package vn.lienthong.gateway.packet.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.finding.Severity;
import vn.lienthong.gateway.packet.AgencyBlock;
import vn.lienthong.gateway.packet.Attachment;
import vn.lienthong.gateway.packet.AttachmentContent;
import vn.lienthong.gateway.packet.AttachmentPayload;
import vn.lienthong.gateway.packet.Business;
import vn.lienthong.gateway.packet.BusinessAction;
import vn.lienthong.gateway.packet.ContentKind;
import vn.lienthong.gateway.packet.DateText;
import vn.lienthong.gateway.packet.DocumentChange;
import vn.lienthong.gateway.packet.DocumentCode;
import vn.lienthong.gateway.packet.DocumentHeader;
import vn.lienthong.gateway.packet.DocumentId;
import vn.lienthong.gateway.packet.DocumentType;
import vn.lienthong.gateway.packet.EnvelopeSignature;
import vn.lienthong.gateway.packet.ManifestReference;
import vn.lienthong.gateway.packet.Message;
import vn.lienthong.gateway.packet.OtherInfo;
import vn.lienthong.gateway.packet.Packet;
import vn.lienthong.gateway.packet.Packing;
import vn.lienthong.gateway.packet.Promulgation;
import vn.lienthong.gateway.packet.ReceiverChange;
import vn.lienthong.gateway.packet.Replacement;
import vn.lienthong.gateway.packet.ResponseFor;
import vn.lienthong.gateway.packet.Signer;
import vn.lienthong.gateway.packet.StaffInfo;
import vn.lienthong.gateway.packet.StatusCode;
import vn.lienthong.gateway.packet.StatusMessage;
import vn.lienthong.gateway.packet.TraceHop;

/** Each rule with what breaks it and where it says so. A finding is written here as {@code SEVERITY CODE where}. */
class PacketChecksTest {

    private static final Business NEW = Business.of(BusinessAction.NEW, "", DocumentId.NONE);

    @Test
    void aProperDocumentHasNothingSaidAboutIt() {
        assertThat(found(packet(h -> h, NEW))).isEmpty();
    }

    @Test
    void anEmptyHeaderMissesEverythingAtOnce() {
        Packet packet = new Packet(
                DocumentHeader.builder().build(),
                false,
                List.of(),
                Business.ABSENT,
                EnvelopeSignature.ABSENT,
                List.of(),
                List.of());
        assertThat(found(packet))
                .containsExactly(
                        "ERROR FIELD_MISSING MessageHeader/From/OrganId",
                        "WARNING FIELD_MISSING MessageHeader/From/OrganName",
                        "ERROR FIELD_MISSING MessageHeader/To",
                        "ERROR FIELD_MISSING MessageHeader/DocumentId",
                        "ERROR FIELD_MISSING MessageHeader/Code/CodeNumber",
                        "ERROR FIELD_MISSING MessageHeader/Code/CodeNotation",
                        "ERROR FIELD_MISSING MessageHeader/PromulgationInfo/PromulgationDate",
                        "WARNING FIELD_MISSING MessageHeader/PromulgationInfo/Place",
                        "ERROR FIELD_MISSING MessageHeader/DocumentType/TypeName",
                        "WARNING FIELD_MISSING MessageHeader/DocumentType/Type",
                        "ERROR FIELD_MISSING MessageHeader/Subject",
                        "ERROR FIELD_MISSING MessageHeader/SignerInfo/FullName",
                        "WARNING FIELD_MISSING MessageHeader/SteeringType",
                        "WARNING ATTACHMENT_MISSING AttachmentEncoded");
    }

    @Test
    void aRecipientWithoutCodeIsNamedByItsPlace() {
        assertThat(found(packet(h -> h.to(AgencyBlock.of("", "B")), NEW)))
                .containsExactly("ERROR FIELD_MISSING MessageHeader/To[2]/OrganId");
    }

    @Test
    void aRecipientTwice() {
        List<Finding> findings = PacketChecks.all()
                .check(packet(h -> h.to(AgencyBlock.of("H53", "B")).to(AgencyBlock.of("H41", "C")), NEW));
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(ErrorCode.RECIPIENT_REPEATED);
            assertThat(finding.where()).isEqualTo("MessageHeader/To[3]/OrganId");
            assertThat(finding.text()).isEqualTo("OrganId: H41 again, first in To[1] (expected: once)");
        });
    }

    @Test
    void codesThatGrowAreNotTheSame() {
        assertThat(found(packet(h -> h.to(AgencyBlock.of("H41.1", "B")).to(AgencyBlock.of("H41.10", "C")), NEW)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "H53",
                "H53.31.20",
                "G22.1A",
                "000.20.31.H53",
                "000.00.00.G22",
                "Z01ABC9",
                "0100109106",
                "0100109106-001",
                "A53"
            })
    void knownFormsOfCodes(String code) {
        assertThat(found(packet(h -> h.to(AgencyBlock.of(code, "B")), NEW))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"vxp.saas.03", "00.22.W00", "00.23.H57", "001.00.20.TT2X", "h53", "H53.", "H5", "Z0", "null"})
    void otherCodesOnlyWarn(String code) {
        assertThat(found(packet(h -> h.to(AgencyBlock.of(code, "B")), NEW)))
                .containsExactly("WARNING AGENCY_CODE_IRREGULAR MessageHeader/To[2]/OrganId");
    }

    @Test
    void lengthsWarnInCharacters() {
        assertThat(found(packet(h -> h.subject("ệ".repeat(500)).code(new DocumentCode("12345678901", "A")), NEW)))
                .isEmpty();
        assertThat(found(packet(h -> h.subject("ệ".repeat(501)).code(new DocumentCode("12345678901234", "A")), NEW)))
                .containsExactly(
                        "WARNING FIELD_TOO_LONG MessageHeader/Code/CodeNumber",
                        "WARNING FIELD_TOO_LONG MessageHeader/Subject");
    }

    @ParameterizedTest
    @CsvSource({
        "2025/02/28,",
        "2024/02/29,",
        "2025/02/30, ERROR",
        "2025/13/01, ERROR",
        "hôm nay, ERROR",
        "30/09/2025, WARNING",
        "2025-09-30, WARNING"
    })
    void datesOfIssue(String date, String severity) {
        List<String> expected = severity == null
                ? List.of()
                : List.of(severity + " FIELD_MALFORMED MessageHeader/PromulgationInfo/PromulgationDate");
        assertThat(found(packet(h -> h.promulgation(new Promulgation("Hà Nội", new DateText(date))), NEW)))
                .isEqualTo(expected);
    }

    @Test
    void otherDatesOnlyWarn() {
        Packet packet = packet(
                h -> h.dueDate(new DateText("2025/02/30"))
                        .responseFor(new ResponseFor("H1", "1/A", new DateText("?"), DocumentId.NONE)),
                NEW);
        Packet withTrace = new Packet(
                packet.header(),
                true,
                List.of(new TraceHop("", ""), new TraceHop("G22", "2025/02/30 10:00:00")),
                NEW,
                EnvelopeSignature.ABSENT,
                packet.manifest(),
                packet.attachments());
        assertThat(found(withTrace))
                .contains(
                        "WARNING FIELD_MALFORMED MessageHeader/DueDate",
                        "WARNING FIELD_MALFORMED MessageHeader/ResponseFor[1]/PromulgationDate",
                        "WARNING FIELD_MALFORMED TraceHeaderList/TraceHeader[2]/Timestamp")
                .noneMatch(finding -> finding.startsWith("ERROR"));
    }

    @Test
    void anUnknownActionIsAnError() {
        Business odd = new Business("7", "", DocumentId.NONE, DocumentChange.NONE, List.of(), StaffInfo.NONE, "");
        assertThat(odd.action()).isEqualTo(BusinessAction.NEW);
        assertThat(found(packet(h -> h, odd)))
                .containsExactly("ERROR FIELD_VALUE_UNKNOWN TraceHeaderList/Bussiness/BussinessDocType");
    }

    @Test
    void otherUnknownValuesWarn() {
        Business business = new Business(
                "2",
                "",
                new DocumentId("t"),
                new DocumentChange("x", "1", List.of(new ReceiverChange("H1", "2"))),
                List.of(),
                StaffInfo.NONE,
                "một");
        OtherInfo other = new OtherInfo("9", "", "", "nhiều", "1", "có", "", "", List.of());
        assertThat(found(packet(
                        h -> h.otherInfo(other).steeringType("4").documentType(new DocumentType("CV", "", "Công văn")),
                        business)))
                .containsExactly(
                        "WARNING FIELD_VALUE_UNKNOWN MessageHeader/OtherInfo/Priority",
                        "WARNING FIELD_VALUE_UNKNOWN MessageHeader/OtherInfo/Direction",
                        "WARNING FIELD_VALUE_UNKNOWN MessageHeader/SteeringType",
                        "WARNING FIELD_MALFORMED MessageHeader/OtherInfo/PromulgationAmount",
                        "WARNING FIELD_MALFORMED MessageHeader/DocumentType/Type",
                        "WARNING FIELD_MALFORMED TraceHeaderList/Bussiness/Paper",
                        "WARNING FIELD_VALUE_UNKNOWN TraceHeaderList/Bussiness/BussinessDocumentInfo/DocumentInfo",
                        "WARNING FIELD_VALUE_UNKNOWN"
                                + " TraceHeaderList/Bussiness/BussinessDocumentInfo/ReceiverList/Receiver[1]/ReceiverType");
    }

    @Test
    void typeDecidesNothing() {
        for (String type : List.of("1", "18", "33")) {
            assertThat(found(packet(h -> h.documentType(new DocumentType(type, "1", "Nghị định")), NEW)))
                    .isEmpty();
        }
    }

    @Test
    void targetsOfActions() {
        UnaryOperator<DocumentHeader.Builder> noId = h -> h.documentId(DocumentId.NONE);
        for (BusinessAction action : List.of(BusinessAction.REVOKE, BusinessAction.UPDATE)) {
            assertThat(found(packet(noId, Business.of(action, "", DocumentId.NONE))))
                    .containsExactly(
                            "ERROR FIELD_MISSING MessageHeader/DocumentId",
                            "ERROR BUSINESS_TARGET_MISSING TraceHeaderList/Bussiness/DocumentId");
            assertThat(packet(h -> h, Business.of(action, "", DocumentId.NONE)).targets())
                    .as("its own id at last")
                    .containsExactly(new DocumentId("id"));
            assertThat(packet(h -> h, Business.of(action, "", new DocumentId("t")))
                            .targets())
                    .containsExactly(new DocumentId("t"));
        }
        assertThat(found(packet(h -> h, Business.of(BusinessAction.REPLACE, "", DocumentId.NONE))))
                .containsExactly("ERROR BUSINESS_TARGET_MISSING TraceHeaderList/Bussiness/ReplacementInfoList");
        Business halfReplaced = new Business(
                "3",
                "",
                DocumentId.NONE,
                DocumentChange.NONE,
                List.of(
                        new Replacement(new DocumentId("old"), List.of()),
                        new Replacement(DocumentId.NONE, List.of("H1"))),
                StaffInfo.NONE,
                "");
        assertThat(found(packet(h -> h, halfReplaced)))
                .containsExactly("ERROR BUSINESS_TARGET_MISSING"
                        + " TraceHeaderList/Bussiness/ReplacementInfoList/ReplacementInfo[2]/DocumentId");
    }

    @Test
    void manifestAndAttachments() {
        Attachment one = pdf("cid:1", "a.pdf");
        Attachment two = pdf("2", "b.pdf");
        assertThat(found(with(List.of(reference("1"), reference("CID:2")), List.of(one, two))))
                .isEmpty();
        assertThat(found(with(List.of(reference("cid:1"), reference("cid:3")), List.of(one))))
                .containsExactly("ERROR ATTACHMENT_MISSING edXMLManifest/Reference[2]/ContentId");
        assertThat(found(with(List.of(reference("cid:1")), List.of(one, two))))
                .containsExactly("WARNING ATTACHMENT_UNREFERENCED AttachmentEncoded/Attachment[2]/ContentId");
        assertThat(found(with(List.of(reference("1")), List.of(one, pdf("1", "c.pdf")))))
                .containsExactly("ERROR ATTACHMENT_REPEATED AttachmentEncoded/Attachment[2]/ContentId");
        assertThat(found(with(List.of(reference("1"), reference("cid:1")), List.of(one))))
                .containsExactly("WARNING ATTACHMENT_REPEATED edXMLManifest/Reference[2]/ContentId");
    }

    @Test
    void namesOfFiles() {
        assertThat(found(with(List.of(reference("1")), List.of(pdf("1", "../tờ trình.pdf")))))
                .containsExactly("WARNING ATTACHMENT_NAME_UNSAFE AttachmentEncoded/Attachment[1]/AttachmentName");
        assertThat(pdf("1", "../tờ trình.pdf").safeName()).isEqualTo("tờ trình.pdf");
        assertThat(found(with(List.of(reference("1")), List.of(pdf("1", "")))))
                .containsExactly("WARNING FIELD_MISSING AttachmentEncoded/Attachment[1]/AttachmentName");
    }

    @Test
    void statuses() {
        assertThat(found(status(StatusCode.ACCEPTED, "", "id"))).isEmpty();
        assertThat(found(status(StatusCode.REFUSED, "", "id")))
                .containsExactly("ERROR FIELD_MISSING MessageHeader/Description");
        assertThat(found(status(StatusCode.TAKE_BACK, "", "id")))
                .containsExactly("WARNING FIELD_MISSING MessageHeader/Description");
        assertThat(found(status(new StatusCode("07"), "", "id")))
                .containsExactly("WARNING FIELD_VALUE_UNKNOWN MessageHeader/StatusCode");
        StatusMessage empty = new StatusMessage(
                AgencyBlock.NONE, ResponseFor.NONE, StaffInfo.NONE, new StatusCode(""), "", "vừa xong");
        assertThat(found(empty))
                .containsExactly(
                        "ERROR FIELD_MISSING MessageHeader/From/OrganId",
                        "WARNING FIELD_MISSING MessageHeader/From/OrganName",
                        "ERROR FIELD_MISSING MessageHeader/ResponseFor/OrganId",
                        "ERROR FIELD_MISSING MessageHeader/ResponseFor/DocumentId",
                        "ERROR FIELD_MISSING MessageHeader/StatusCode",
                        "WARNING FIELD_MALFORMED MessageHeader/Timestamp");
    }

    @Test
    void secretMarkingsAreFoundWhereverTheyStandAndNeverQuoted() {
        OtherInfo marked = new OtherInfo("Mật", "TỐI MẬT", "tuyệt mật", "", "", "", "", "", List.of());
        List<Finding> findings =
                PacketChecks.all()
                        .check(packet(h -> h.otherInfo(marked).subject("(Mật) Kế hoạch phòng thủ"), NEW))
                        .stream()
                        .filter(finding -> finding.code() == ErrorCode.STATE_SECRET)
                        .toList();
        assertThat(findings)
                .extracting(Finding::where)
                .containsExactly(
                        "MessageHeader/OtherInfo/Priority",
                        "MessageHeader/OtherInfo/TyperNotation",
                        "MessageHeader/OtherInfo/SphereOfPromulgation",
                        "MessageHeader/Subject");
        assertThat(findings).allMatch(finding -> finding.severity() == Severity.ERROR);
        assertThat(findings).noneMatch(finding -> finding.text().contains("phòng thủ"));
        Packet file = with(List.of(reference("1")), List.of(pdf("1", "KH_MẬT.pdf")));
        assertThat(found(file)).containsExactly("ERROR STATE_SECRET AttachmentEncoded/Attachment[1]/AttachmentName");
    }

    private static List<String> found(Message message) {
        List<String> found = new ArrayList<>();
        for (Finding finding : PacketChecks.all().check(message)) {
            assertThat(finding.text()).contains("(expected: ");
            found.add(finding.severity() + " " + finding.code() + " " + finding.where());
        }
        return found;
    }

    private static Packet packet(UnaryOperator<DocumentHeader.Builder> change, Business business) {
        DocumentHeader.Builder header = DocumentHeader.builder()
                .from(AgencyBlock.of("G22", "Văn phòng"))
                .to(AgencyBlock.of("H41", "Tỉnh"))
                .documentId(new DocumentId("id"))
                .code(new DocumentCode("01", "VP"))
                .promulgation(new Promulgation("Hà Nội", new DateText("2026/01/05")))
                .documentType(new DocumentType("1", "", "Công văn"))
                .subject("V/v thử nghiệm")
                .signer(new Signer("", "", "Nguyễn Văn A"))
                .steeringType("1");
        return Packet.toSend(
                change.apply(header).build(),
                new TraceHop("G22", "2026/01/05 08:00:00"),
                business,
                List.of(pdf("cid:1", "a.pdf")));
    }

    private static Packet with(List<ManifestReference> manifest, List<Attachment> attachments) {
        Packet packet = packet(h -> h, NEW);
        return new Packet(packet.header(), true, packet.trace(), NEW, EnvelopeSignature.ABSENT, manifest, attachments);
    }

    private static ManifestReference reference(String contentId) {
        return new ManifestReference(contentId, "application/pdf", "", "a.pdf");
    }

    private static Attachment pdf(String contentId, String name) {
        AttachmentPayload.Kept kept = new AttachmentPayload.Kept(
                AttachmentContent.ofBytes(new byte[] {1}), Packing.ZIPPED, ContentKind.PDF, false);
        return new Attachment(contentId, name, "", "application/pdf", "", "", kept);
    }

    private static StatusMessage status(StatusCode code, String description, String documentId) {
        return new StatusMessage(
                AgencyBlock.of("H41", "Tỉnh"),
                new ResponseFor("G22", "01/VP", new DateText("2026/01/05"), new DocumentId(documentId)),
                StaffInfo.NONE,
                code,
                description,
                "2026/01/05 09:00:00");
    }
}
