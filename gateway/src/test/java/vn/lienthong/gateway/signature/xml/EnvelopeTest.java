package vn.lienthong.gateway.signature.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.signature.Coverage;
import vn.lienthong.gateway.signature.DevTrust;
import vn.lienthong.gateway.signature.Indication;
import vn.lienthong.gateway.signature.Integrity;
import vn.lienthong.gateway.signature.Presence;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.SubIndication;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.key.SigningException;

class EnvelopeTest {
    private static final String QCVN = "http://www.mic.gov.vn/TBT/QCVN_102_2016";
    private static final String PACKET = "<edXML xmlns=\"" + QCVN + "\"><e:edXMLEnvelope xmlns:e=\"" + QCVN
            + "\"><e:edXMLHeader><e:MessageHeader><e:Subject>V/v họp</e:Subject></e:MessageHeader></e:edXMLHeader>"
            + "<e:edXMLBody/></e:edXMLEnvelope></edXML>";
    private static final VerifyEnvelope VERIFIER = verifier(EnvelopeLimits.standard());

    private static VerifyEnvelope verifier(EnvelopeLimits limits) {
        return new VerifyEnvelope(
                DevTrust.stores(DevTrust.pki()), DevTrust.lists(DevTrust.pki()), ValidationPolicy.standard(), limits);
    }

    private static SignatureReport verify(String packet) {
        return VERIFIER.verify(
                EnvelopeHint.UNKNOWN, EnvelopeBytes.of(packet.getBytes(StandardCharsets.UTF_8)), DevTrust.NOW);
    }

    private static String signed() {
        try {
            byte[] bytes = new SignEnvelope(DevTrust.seal(Fate.GOOD))
                    .sign(PACKET.getBytes(StandardCharsets.UTF_8), DevTrust.NOW);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (SigningException fault) {
            throw new AssertionError(fault);
        }
    }

    @Test
    void aRealSignatureOverTheWholePasses() {
        SignatureReport report = verify(signed());

        assertThat(report.allFindings()).isEmpty();
        assertThat(report.overall()).isEqualTo(Indication.TOTAL_PASSED);
        assertThat(report.verdicts().getFirst().facts().coverage()).isEqualTo(Coverage.WHOLE_FILE);
        assertThat(report.verdicts().getFirst().facts().integrity()).isEqualTo(Integrity.INTACT);
    }

    @Test
    void curvesPassAsRsaDoes() throws SigningException {
        byte[] signed = new SignEnvelope(
                        DevTrust.key(DevTrust.curves().sealOf(DevTrust.CODE, DevTrust.AGENCY, Fate.GOOD)))
                .sign(PACKET.getBytes(StandardCharsets.UTF_8), DevTrust.NOW);
        SignatureReport report = new VerifyEnvelope(
                        DevTrust.stores(DevTrust.curves()),
                        DevTrust.lists(DevTrust.curves()),
                        ValidationPolicy.standard(),
                        EnvelopeLimits.standard())
                .verify(EnvelopeHint.XMLDSIG, EnvelopeBytes.of(signed), DevTrust.NOW);

        assertThat(report.overall()).isEqualTo(Indication.TOTAL_PASSED);
    }

    /** Found by broken copies: the library threw what nobody caught. */
    @Test
    void valuesThatAreNotBase64AreBrokenAndNoFault() {
        for (String value : List.of("SignatureValue>", "DigestValue>")) {
            SignatureReport report = verify(signed().replaceFirst("ds:" + value + ".", "ds:" + value));

            assertThat(report.overall()).as(value).isNotEqualTo(Indication.TOTAL_PASSED);
            assertThat(report.allFindings()).as(value).extracting(Finding::code).contains(ErrorCode.SIGNATURE_BROKEN);
        }
    }

    @Test
    void hintsSpareTheReading() {
        EnvelopeBytes unreadable = new EnvelopeBytes() {
            @Override
            public InputStream open() {
                throw new AssertionError("read");
            }

            @Override
            public long length() {
                return 1;
            }
        };

        assertThat(VERIFIER.verify(EnvelopeHint.ABSENT, unreadable, DevTrust.NOW)
                        .presence())
                .isEqualTo(Presence.UNSIGNED);
        assertThat(VERIFIER.verify(EnvelopeHint.NOT_XMLDSIG, unreadable, DevTrust.NOW)
                        .presence())
                .isEqualTo(Presence.DECORATIVE);
    }

    @Test
    void unsignedIsUnsignedAndLargeIsNotChecked() {
        assertThat(verify(PACKET).presence()).isEqualTo(Presence.UNSIGNED);
        SignatureReport report = verifier(new EnvelopeLimits(100, 100, 10))
                .verify(EnvelopeHint.XMLDSIG, EnvelopeBytes.of(new byte[101]), DevTrust.NOW);
        assertThat(report.presence()).isEqualTo(Presence.NOT_CHECKED);
        assertThat(report.findings())
                .extracting(Finding::code)
                .containsExactly(ErrorCode.ENVELOPE_SIGNATURE_NOT_CHECKED);
    }

    /** As in any signed XML: the settings hold here too. */
    @Test
    void whatItsSignatureAsksForIsBounded() {
        XmlLimits one = new XmlLimits(1 << 20, 1000, 50, 1, 1, 5, 1 << 20);
        XmlLimits little = new XmlLimits(1 << 20, 1000, 50, 1, 30, 5, 10);
        for (XmlLimits limits : List.of(one, little)) {
            SignatureReport report = verifier(new EnvelopeLimits(1 << 20, 1000, 50, limits))
                    .verify(
                            EnvelopeHint.XMLDSIG,
                            EnvelopeBytes.of(signed().getBytes(StandardCharsets.UTF_8)),
                            DevTrust.NOW);
            assertThat(report.overall()).isNotEqualTo(Indication.TOTAL_PASSED);
        }
    }

    static Stream<Arguments> decorative() {
        String header = "</e:edXMLHeader>";
        String real = signed();
        return Stream.of(
                Arguments.of(
                        "in the packet's namespace",
                        PACKET.replace(header, "<Signature><SignedInfo/></Signature>" + header)),
                Arguments.of("empty DigitalSignature", PACKET.replace(header, "<e:DigitalSignature/>" + header)),
                Arguments.of(
                        "XML-DSig without a certificate",
                        PACKET.replace(header, "<Signature xmlns=\"" + XmlNames.DSIG + "\"/>" + header)),
                Arguments.of(
                        "a stub of a certificate",
                        real.replaceAll("(<ds:X509Certificate>).*?(</ds:X509Certificate>)", "$1AAAA$2")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("decorative")
    void whatProvesNothingIsDecorative(String form, String packet) {
        SignatureReport report = verify(packet);

        assertThat(report.presence()).as(form).isEqualTo(Presence.DECORATIVE);
        assertThat(report.overall()).isEqualTo(Indication.INDETERMINATE);
        assertThat(report.findings())
                .extracting(Finding::code)
                .containsExactly(ErrorCode.ENVELOPE_SIGNATURE_DECORATIVE);
    }

    @Test
    void sha1IsNamedWeakAndNotVerified() {
        SignatureReport report = verify(signed().replace(XmlNames.SHA256, XmlNames.DSIG + "sha1"));

        assertThat(report.verdicts().getFirst().subIndication()).contains(SubIndication.CRYPTO_CONSTRAINTS_FAILURE);
        assertThat(report.allFindings()).extracting(Finding::code).containsExactly(ErrorCode.SIGNATURE_WEAK_ALGORITHM);
    }

    static Stream<Arguments> attacks() {
        String real = signed();
        String transform = "<ds:Transform Algorithm=\"" + XmlNames.ENVELOPED + "\"";
        String reference = real.substring(real.indexOf("<ds:Reference"), real.indexOf("</ds:SignedInfo>"));
        return Stream.of(
                Arguments.of("content changed", real.replace("V/v họp", "V/v hợp"), SubIndication.HASH_FAILURE),
                Arguments.of(
                        "value changed",
                        real.replaceFirst("(<ds:SignatureValue[^>]*>)....", "$1AAAA"),
                        SubIndication.SIG_CRYPTO_FAILURE),
                Arguments.of("doctype", real.replace("<edXML ", "<!DOCTYPE edXML [<!ENTITY a \"b\">]><edXML "), null),
                Arguments.of(
                        "xslt", real.replace(XmlNames.ENVELOPED, "http://www.w3.org/TR/1999/REC-xslt-19991116"), null),
                Arguments.of(
                        "xpath",
                        real.replace(XmlNames.ENVELOPED, "http://www.w3.org/TR/1999/REC-xpath-19991116"),
                        null),
                Arguments.of("external reference", real.replace("URI=\"\"", "URI=\"file:///etc/passwd\""), null),
                Arguments.of("xpointer", real.replace("URI=\"\"", "URI=\"#xpointer(/)\""), null),
                Arguments.of("no URI", real.replace(" URI=\"\"", ""), null),
                Arguments.of("31 references", real.replace(reference, reference.repeat(31)), null),
                Arguments.of("six transforms", real.replace(transform, (transform + "/>").repeat(5) + transform), null),
                Arguments.of(
                        "two signatures",
                        real.replace(
                                "</e:edXMLHeader>",
                                real.substring(real.indexOf("<ds:Signature "), real.indexOf("</ds:Signature>") + 15)
                                        + "</e:edXMLHeader>"),
                        null),
                Arguments.of(
                        "content inside the signature",
                        real.replace("</ds:Signature>", "<ds:Object><MessageHeader/></ds:Object></ds:Signature>"),
                        null),
                Arguments.of(
                        "unknown digest",
                        real.replace("DigestMethod Algorithm=\"" + XmlNames.SHA256, "DigestMethod Algorithm=\"urn:x"),
                        null),
                Arguments.of(
                        "unknown canonical form",
                        real.replace(
                                "CanonicalizationMethod Algorithm=\"" + XmlNames.EXCLUSIVE,
                                "CanonicalizationMethod Algorithm=\"urn:x"),
                        null),
                Arguments.of(
                        "a part that is no Object",
                        real.replace("</ds:Signature>", "<ds:Manifest></ds:Manifest></ds:Signature>"),
                        null),
                Arguments.of("hmac", real.replace(XmlNames.RSA_SHA256, XmlNames.DSIG + "hmac-sha256"), null),
                Arguments.of(
                        "one identifier twice",
                        real.replace("<e:edXMLBody>", "<e:edXMLBody Id=\"a\"><x Id=\"a\"/>"),
                        null));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void attacksAreRefused(String attack, String packet, SubIndication expected) {
        SignatureReport report = VERIFIER.verify(
                EnvelopeHint.XMLDSIG, EnvelopeBytes.of(packet.getBytes(StandardCharsets.UTF_8)), DevTrust.NOW);

        assertThat(report.overall()).as(attack).isEqualTo(Indication.TOTAL_FAILED);
        if (expected == null) {
            assertThat(report.presence()).isEqualTo(Presence.BROKEN);
        } else {
            assertThat(report.verdicts().getFirst().subIndication()).contains(expected);
        }
    }

    @Test
    void aPartAloneIsNotTheWhole() {
        String part = signed().replace("URI=\"\"", "URI=\"#a\"").replace("<e:edXMLBody>", "<e:edXMLBody Id=\"a\">");

        assertThat(verify(part).verdicts().getFirst().facts().coverage()).isEqualTo(Coverage.PARTIAL);
        assertThat(verify(part).overall()).isNotEqualTo(Indication.TOTAL_PASSED);
    }
}
