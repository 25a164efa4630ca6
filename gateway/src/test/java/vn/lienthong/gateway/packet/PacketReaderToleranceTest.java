package vn.lienthong.gateway.packet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.finding.Severity;
import vn.lienthong.gateway.packet.check.PacketChecks;

/** Quirks of real traffic that must not cost a document. */
class PacketReaderToleranceTest {

    @Test
    void regulationsOwnOrderOfChildren() {
        String repaired = Samples.text(Samples.MALFORMED)
                .replaceFirst("<edXML:From>\\s*<edXML:From>", "<edXML:From>")
                .replace(
                        "<edXML:AttachmentEncoded>",
                        "<edXML:AttachmentEncoded xmlns:edXML=\"" + WireElements.NAMESPACE + "\">")
                .replace("xlink:href=\"\"", "xmlns:xlink=\"http://www.w3.org/1999/xlink\" xlink:href=\"\"");
        PacketReading.Understood reading = Samples.understood(repaired.getBytes(StandardCharsets.UTF_8));
        Packet packet = (Packet) reading.message();
        assertThat(packet.documentId().value()).isEqualTo("9fbfbad2-f1f8-4256-a2eb-50fb1061cddb");
        assertThat(packet.from().organId()).isEqualTo("777.77.04.D77");
        assertThat(packet.toPlaces()).containsExactly("Nơi nhận thử nghiệm");
        assertThat(packet.manifest())
                .containsExactly(
                        new ManifestReference("cid:36b8a92e-f054-11e7-842b-005056b672fc", "", "tep2", "tep1.pdf"));
        assertThat(packet.envelopeSignature().kind()).isEqualTo(EnvelopeSignature.Kind.XMLDSIG);
        assertThat(packet.envelopeSignature().signatureMethod())
                .isEqualTo("http://www.w3.org/2000/09/xmldsig#rsa-sha1");
        assertThat(packet.attachments())
                .singleElement()
                .satisfies(a -> assertThat(a.content().orElseThrow().length()).isEqualTo(39));
        assertThat(PacketChecks.all().check(packet)).noneMatch(Finding::isError);
        assertThat(Leaves.of(Samples.written(packet)))
                .as("a real signature is not imitated")
                .noneMatch(leaf -> leaf.contains("Signature"));
    }

    @Test
    void anyPrefixAndNoNamespace() {
        Packet usual = Samples.document("edoc_2_update");
        String otherPrefix =
                Samples.text("edoc_2_update").replace("edXML:", "q:").replace("xmlns:edXML", "xmlns:q");
        String none = Samples.text("edoc_2_update").replace("edXML:", "").replaceAll(" xmlns(:edXML)?=\"[^\"]*\"", "");
        assertThat(none).doesNotContain("xmlns");
        assertThat(Samples.read(otherPrefix)).isEqualTo(new PacketReading.Understood(usual, List.of()));
        PacketReading.Understood bare = Samples.understood(none.getBytes(StandardCharsets.UTF_8));
        assertThat(bare.message()).isEqualTo(usual);
        assertThat(bare.findings()).extracting(Finding::severity).containsExactly(Severity.WARNING);
    }

    @Test
    void byteOrderMarkAndMissingDeclaration() {
        String text = Samples.text("status_03_acceptance");
        Message usual = Samples.status("status_03_acceptance");
        assertThat(Samples.understood(("\uFEFF" + text).getBytes(StandardCharsets.UTF_8))
                        .message())
                .isEqualTo(usual);
        String bare = text.substring(text.indexOf("?>") + 2).stripLeading();
        assertThat(Samples.understood(bare.getBytes(StandardCharsets.UTF_8)).message())
                .isEqualTo(usual);
    }

    @Test
    void foreignAndUnknownElementsAreLeftOutAndNamed() {
        String packet = Samples.text("edoc_0_new")
                .replace(
                        "<edXML:SteeringType>",
                        "<edXML:New><edXML:Subject>not this</edXML:Subject></edXML:New>"
                                + "<x:Subject xmlns:x=\"urn:other\">nor this</x:Subject><edXML:SteeringType>");
        PacketReading.Understood reading = Samples.understood(packet.getBytes(StandardCharsets.UTF_8));
        assertThat(reading.message()).isEqualTo(Samples.document("edoc_0_new"));
        assertThat(reading.findings())
                .extracting(Finding::code, Finding::severity, Finding::where)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                ErrorCode.ELEMENT_UNKNOWN, Severity.INFORMATION, "MessageHeader/New"),
                        org.assertj.core.groups.Tuple.tuple(
                                ErrorCode.ELEMENT_UNKNOWN, Severity.INFORMATION, "MessageHeader/Subject"));
    }

    @Test
    void fieldTwiceIsAnErrorThatNamesIt() {
        String packet = Samples.text("edoc_0_new")
                .replace("<edXML:SteeringType>", "<edXML:DocumentId>other</edXML:DocumentId><edXML:SteeringType>");
        PacketReading.Understood reading = Samples.understood(packet.getBytes(StandardCharsets.UTF_8));
        assertThat(reading.findings())
                .filteredOn(Finding::isError)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo(ErrorCode.ELEMENT_REPEATED);
                    assertThat(finding.where()).isEqualTo("MessageHeader/DocumentId");
                });
    }

    @Test
    void typeAttributesChangeNothing() {
        String packet = Samples.text("edoc_0_new")
                .replace(
                        "<edXML:Subject>",
                        "<edXML:Subject xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                                + " xsi:type=\"edXML:AgencyType\" xsi:nil=\"true\">")
                .replace(
                        "<edXML:From>",
                        "<edXML:From xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                                + " xsi:type=\"edXML:StaffInfoType\">");
        assertThat(Samples.read(packet))
                .isEqualTo(new PacketReading.Understood(Samples.document("edoc_0_new"), List.of()));
    }

    @Test
    void textInPiecesCommentsAndCdataIsOneText() {
        String packet = Samples.text("edoc_0_new")
                .replace(
                        "<edXML:Subject>Trích yếu thử nghiệm<",
                        "<edXML:Subject>\n  Trích <!-- a -->yếu<?p?> <![CDATA[thử]]> nghi&#x1EC7;m\n <");
        assertThat(Samples.understood(packet.getBytes(StandardCharsets.UTF_8)).message())
                .isEqualTo(Samples.document("edoc_0_new"));
    }

    @Test
    void extensionsOfTheSdkAreCarried() {
        String packet = Samples.text("edoc_0_new")
                .replace(
                        "<edXML:Appendixes>",
                        "<edXML:ReplyFors>12/VPCP</edXML:ReplyFors><edXML:ReferenceCodes>13/VPCP</edXML:ReferenceCodes>"
                                + "<edXML:Appendixes>")
                .replace(
                        "<edXML:ToPlaces>",
                        "<edXML:ResponseForTask>t</edXML:ResponseForTask>"
                                + "<edXML:ApplicationType>a</edXML:ApplicationType><edXML:ToPlaces>")
                .replace(
                        "<edXML:Staff>",
                        "<edXML:DepartmentId>d1</edXML:DepartmentId><edXML:StaffId>s1</edXML:StaffId><edXML:Staff>")
                .replace("<ContentType>", "<FieldName>f</FieldName><MimeType>m</MimeType><ContentType>");
        byte[] bytes = packet.getBytes(StandardCharsets.UTF_8);
        PacketReading.Understood reading = Samples.understood(bytes);
        Packet read = (Packet) reading.message();
        assertThat(reading.findings()).isEmpty();
        assertThat(read.otherInfo().replyFors()).isEqualTo("12/VPCP");
        assertThat(read.header().applicationType()).isEqualTo("a");
        assertThat(read.business().staff().staffId()).isEqualTo("s1");
        assertThat(Leaves.of(Samples.written(read))).isEqualTo(Leaves.of(bytes));
    }

    @Test
    void emptyDigitalSignatureIsNoSignature() {
        String packet = Samples.text("delivered_2025_zip_labelled_pdf_no_signature")
                .replace("</edXML:TraceHeaderList>", "</edXML:TraceHeaderList><edXML:DigitalSignature/>");
        Packet read = (Packet)
                Samples.understood(packet.getBytes(StandardCharsets.UTF_8)).message();
        assertThat(read.envelopeSignature()).isEqualTo(EnvelopeSignature.ofKind(EnvelopeSignature.Kind.NOT_XMLDSIG));
    }

    @Test
    void aSignatureElsewhereIsNotOverlooked() {
        String packet = Samples.text("delivered_2025_zip_labelled_pdf_no_signature")
                .replace(
                        "</edXML>",
                        "<Signature xmlns=\"http://www.w3.org/2000/09/xmldsig#\"><SignedInfo/></Signature></edXML>");
        Packet read = (Packet)
                Samples.understood(packet.getBytes(StandardCharsets.UTF_8)).message();
        assertThat(read.envelopeSignature().kind()).isEqualTo(EnvelopeSignature.Kind.XMLDSIG);
    }

    @Test
    void attachmentsMayComeFirst() {
        String text = Samples.text("edoc_0_new");
        int from = text.indexOf("<AttachmentEncoded>");
        int end = text.indexOf("</AttachmentEncoded>") + "</AttachmentEncoded>".length();
        String attachments = text.substring(from, end);
        String moved = text.replace(attachments, "")
                .replaceFirst(
                        "(<edXML xmlns=\"[^\"]*\">)", "$1" + java.util.regex.Matcher.quoteReplacement(attachments));
        assertThat(Samples.read(moved))
                .isEqualTo(new PacketReading.Understood(Samples.document("edoc_0_new"), List.of()));
    }

    @Test
    void statusWithoutItsCodeIsStillAStatus() {
        String packet = Samples.text("status_01_inbox").replace("<edXML:StatusCode>01</edXML:StatusCode>", "");
        Message message =
                Samples.understood(packet.getBytes(StandardCharsets.UTF_8)).message();
        assertThat(message).isInstanceOf(StatusMessage.class);
        assertThat(PacketChecks.all().check(message))
                .filteredOn(Finding::isError)
                .extracting(Finding::where)
                .containsExactly("MessageHeader/StatusCode");
    }
}
