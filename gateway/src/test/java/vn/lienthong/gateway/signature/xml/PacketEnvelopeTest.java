package vn.lienthong.gateway.signature.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.lienthong.gateway.signature.xml.XmlFixture.bytes;
import static vn.lienthong.gateway.signature.xml.XmlFixture.text;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lienthong.certsdev.DevelopmentPki;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.gateway.dossier.reception.Letters;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.packet.AddHop;
import vn.lienthong.gateway.packet.Attachment;
import vn.lienthong.gateway.packet.AttachmentContent;
import vn.lienthong.gateway.packet.Packet;
import vn.lienthong.gateway.packet.PacketWriter;
import vn.lienthong.gateway.signature.DevTrust;
import vn.lienthong.gateway.signature.Indication;
import vn.lienthong.gateway.signature.Presence;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.SignedFile;
import vn.lienthong.gateway.signature.SubIndication;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.key.SignatureAlgorithm;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.key.SigningKey;

/** The signature that we put over a packet's envelope: hops may be added, and nothing else may change. */
class PacketEnvelopeTest {
    private static final Packet LETTER = Letters.recall("D2", "D1", "nhầm", "H01");
    private static final String SIGNED = text(written(LETTER, DevTrust.pki()));

    private static byte[] written(Packet packet, DevelopmentPki pki) {
        SigningKey key = DevTrust.key(pki.sealOf(DevTrust.CODE, DevTrust.AGENCY, Fate.GOOD));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new PacketWriter().writeSigned(packet, new SignPacketEnvelope(key, () -> DevTrust.NOW), out);
        } catch (IOException fault) {
            throw new AssertionError(fault);
        }
        return out.toByteArray();
    }

    private static List<SignedFile> parts(Packet packet) {
        List<SignedFile> parts = new ArrayList<>();
        for (Attachment attachment : packet.attachments()) {
            byte[] bytes =
                    attachment.content().flatMap(AttachmentContent::bytes).orElseThrow();
            parts.add(SignedFile.of(attachment.contentId(), bytes));
        }
        return parts;
    }

    private static SignatureReport verify(String packet, List<SignedFile> parts, DevelopmentPki pki) {
        return new VerifyEnvelope(
                        DevTrust.stores(pki),
                        DevTrust.lists(pki),
                        ValidationPolicy.standard(),
                        EnvelopeLimits.standard())
                .verify(EnvelopeHint.XMLDSIG, EnvelopeBytes.of(bytes(packet)), parts, DevTrust.NOW);
    }

    private static SignatureReport verify(String packet) {
        return verify(packet, parts(LETTER), DevTrust.pki());
    }

    private static void holds(SignatureReport report) {
        assertThat(report.overall()).as(report.toString()).isEqualTo(Indication.TOTAL_PASSED);
        assertThat(report.allFindings())
                .extracting(finding -> finding.code())
                .containsExactly(ErrorCode.ENVELOPE_SIGNATURE_LEAVES_TRACE);
    }

    @Test
    void holdsAsWrittenAndUnderMoreHops() throws IOException {
        assertThat(LETTER.attachments()).isNotEmpty();
        holds(verify(SIGNED));
        String packet = SIGNED;
        for (String gateway : List.of("001.00.20.TT2", "000.00.00.TT1")) {
            byte[] now = bytes(packet);
            packet = text(new AddHop(gateway)
                    .splice(new ByteArrayInputStream(now), DevTrust.NOW)
                    .orElseThrow()
                    .insertInto(new ByteArrayInputStream(now))
                    .readAllBytes());
            assertThat(packet).contains(gateway);
            holds(verify(packet));
        }
        assertThat(verify(packet, List.of(), DevTrust.pki()).overall()).isNotEqualTo(Indication.TOTAL_PASSED);
    }

    @Test
    void curvesSignItToo() {
        holds(verify(text(written(LETTER, DevTrust.curves())), parts(LETTER), DevTrust.curves()));
    }

    private static String replaced(String old, String with) {
        assertThat(SIGNED).contains(old);
        return SIGNED.replaceFirst(Pattern.quote(old), Matcher.quoteReplacement(with));
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                Arguments.of("header", replaced("Thu hồi", "Thu hoi"), SubIndication.HASH_FAILURE),
                Arguments.of("what is to be done", replaced("nhầm", "nham"), SubIndication.HASH_FAILURE),
                Arguments.of(
                        "manifest",
                        replaced("</edXML:AttachmentName>", ".exe</edXML:AttachmentName>"),
                        SubIndication.FORMAT_FAILURE),
                Arguments.of(
                        "name of an attachment",
                        replaced("</AttachmentName>", ".exe</AttachmentName>"),
                        SubIndication.FORMAT_FAILURE),
                Arguments.of(
                        "one more attachment",
                        replaced("</AttachmentEncoded>", "<Attachment/></AttachmentEncoded>"),
                        SubIndication.FORMAT_FAILURE),
                Arguments.of(
                        "business taken out",
                        SIGNED.replaceFirst("(?s)<edXML:Bussiness .*</edXML:Bussiness>", ""),
                        null),
                Arguments.of(
                        "business before the signed one",
                        replaced("<edXML:Bussiness ", "<edXML:Bussiness/><edXML:Bussiness "),
                        SubIndication.FORMAT_FAILURE),
                Arguments.of(
                        "a header before the signed one",
                        replaced("<edXML:MessageHeader ", "<edXML:MessageHeader/><edXML:MessageHeader "),
                        SubIndication.FORMAT_FAILURE),
                Arguments.of(
                        "a header behind the signed one",
                        replaced("</edXML:MessageHeader>", "</edXML:MessageHeader><edXML:MessageHeader/>"),
                        SubIndication.FORMAT_FAILURE),
                Arguments.of(
                        "a part in the root",
                        replaced("<AttachmentEncoded>", "<x/><AttachmentEncoded>"),
                        SubIndication.FORMAT_FAILURE),
                Arguments.of(
                        "an identifier again",
                        replaced("<AttachmentEncoded>", "<x Id=\"lienthong-header\"/><AttachmentEncoded>"),
                        null));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void anyOtherChangeIsFound(String change, String packet, SubIndication expected) {
        SignatureReport report = verify(packet);

        if (expected == null) {
            assertThat(report.overall()).as(change).isEqualTo(Indication.TOTAL_FAILED);
        } else {
            assertThat(report.verdicts().getFirst().subIndication())
                    .as(change + report)
                    .contains(expected);
        }
    }

    @Test
    void aChangedAttachmentIsFound() {
        String id = LETTER.attachments().getFirst().contentId();
        SignatureReport report = verify(SIGNED, List.of(SignedFile.of(id, bytes("khác"))), DevTrust.pki());

        assertThat(report.verdicts().getFirst().subIndication()).contains(SubIndication.HASH_FAILURE);
        assertThat(report.presence()).isEqualTo(Presence.SIGNED);
    }

    @Test
    void aLostKeyWritesNothing() {
        SigningKey lost = new SigningKey() {
            @Override
            public byte[] sign(byte[] toBeSigned, SignatureAlgorithm algorithm) throws SigningException {
                throw new SigningException("token: gone (expected: there)", null);
            }

            @Override
            public X509Certificate certificate() {
                return chain().getFirst();
            }

            @Override
            public List<X509Certificate> chain() {
                return XmlFixture.seal().chain();
            }
        };
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertThatThrownBy(() -> new PacketWriter()
                        .writeSigned(
                                LETTER, new SignPacketEnvelope(lost, () -> DevTrust.NOW.plus(Duration.ofDays(1))), out))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("token: gone");
        assertThat(out.size()).isZero();
    }
}
