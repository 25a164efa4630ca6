package vn.lienthong.gateway.signature.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.gateway.signature.xml.XmlFixture.LETTER;
import static vn.lienthong.gateway.signature.xml.XmlFixture.bytes;
import static vn.lienthong.gateway.signature.xml.XmlFixture.seal;
import static vn.lienthong.gateway.signature.xml.XmlFixture.text;
import static vn.lienthong.gateway.signature.xml.XmlFixture.verify;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.signature.DevTrust;
import vn.lienthong.gateway.signature.Indication;
import vn.lienthong.gateway.signature.Presence;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.SubIndication;

/** Every class of attack on XML signatures that we know of is refused or held; what looks like one and is honest passes. */
class XmlAttackTest {
    private static final String WHOLE = text(XmlFixture.enveloped(seal()));
    private static final String PART = text(XmlFixture.overElement(bytes(LETTER), "nd", seal()));
    private static final String ENVELOPED = "<ds:Transform Algorithm=\"" + XmlNames.ENVELOPED + "\"></ds:Transform>";
    private static final String OBJECT = "</ds:Object></ds:Signature>";

    private static String between(String text, String from, String to) {
        int start = text.indexOf(from);
        return text.substring(start, text.indexOf(to, start) + to.length());
    }

    private static String replaced(String text, String old, String with) {
        assertThat(text).contains(old);
        return text.replace(old, with);
    }

    private static Arguments refused(String attack, String xml) {
        return Arguments.of(attack, xml, Indication.TOTAL_FAILED);
    }

    private static Arguments held(String attack, String xml) {
        return Arguments.of(attack, xml, Indication.INDETERMINATE);
    }

    static Stream<Arguments> wrapping() {
        String signed = between(PART, "<vb:noiDung", "</vb:noiDung>");
        String forged = signed.replace(" Id=\"nd\"", "").replace("V/v họp", "V/v tiền");
        String signature = between(PART, "<ds:Signature ", "</ds:Signature>");
        return Stream.of(
                held("forged in place, signed in a wrapper", replaced(PART, signed, forged + "<w>" + signed + "</w>")),
                held("signed alone, deeper than it was", replaced(PART, signed, "<w>" + signed + "</w>")),
                held("forged beside", replaced(PART, signed, signed + forged)),
                held(
                        "signed inside the signature",
                        replaced(replaced(PART, signed, forged), OBJECT, "</ds:Object><ds:Object>" + signed + OBJECT)),
                refused(
                        "signed inside another signature",
                        replaced(
                                replaced(PART, signed, forged),
                                signature,
                                signature + "<ds:Signature xmlns:ds=\"" + XmlNames.DSIG + "\"><ds:Object>" + signed
                                        + "</ds:Object></ds:Signature>")),
                refused("one identifier twice", replaced(PART, signed, signed + signed.replace("họp", "tiền"))),
                refused(
                        "one identifier in two spellings",
                        replaced(PART, signed, signed + forged.replace("<vb:noiDung", "<vb:noiDung ID=\"nd\""))),
                refused("xml:id too", replaced(PART, signed, signed + "<x xml:id=\"nd\"/>")),
                held("an attribute around it", replaced(PART, "<vb:vanBan ", "<vb:vanBan huy=\"1\" ")),
                held("text around it", replaced(PART, signed, "huỷ" + signed)),
                held("an instruction beside it", replaced(PART, signed, signed + "<?hide it?>")),
                held("a style sheet", replaced(PART, "<vb:vanBan ", "<?xml-stylesheet href=\"x\"?><vb:vanBan ")),
                refused("a style sheet over the whole", replaced(WHOLE, "<vb:vanBan ", "<?a b?><vb:vanBan ")),
                refused("a new root", "<w>" + WHOLE.substring(WHOLE.indexOf("<vb:vanBan")) + "</w>"),
                refused("no such element", replaced(PART, " Id=\"nd\"", "")));
    }

    static Stream<Arguments> parsing() {
        String doctype = "<!DOCTYPE a [<!ENTITY b \"c\">]><vb:vanBan ";
        String laughs = "<!DOCTYPE a [<!ENTITY b \"cc\"><!ENTITY d \"&b;&b;\">]><vb:vanBan ";
        return Stream.of(
                refused("doctype", replaced(WHOLE, "<vb:vanBan ", doctype)),
                refused("laughs", replaced(WHOLE, "<vb:vanBan ", laughs)),
                refused(
                        "external entity",
                        replaced(WHOLE, "<vb:vanBan ", "<!DOCTYPE a SYSTEM \"http://127.0.0.1:1/x\"><vb:vanBan ")),
                refused(
                        "xinclude",
                        replaced(
                                WHOLE,
                                "<vb:so>",
                                "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"file:///etc/hosts\"/>"
                                        + "<vb:so>")),
                refused(
                        "schema location",
                        replaced(
                                WHOLE,
                                "<vb:so>",
                                "<vb:so xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                                        + " xsi:schemaLocation=\"urn:vb http://127.0.0.1:1/x\">")),
                held("depth", replaced(WHOLE, "<vb:so>", "<x>".repeat(120) + "</x>".repeat(120) + "<vb:so>")),
                refused("cut off", WHOLE.substring(0, WHOLE.length() - 9)));
    }

    static Stream<Arguments> algorithms() {
        String value = between(WHOLE, "<ds:SignatureValue", "</ds:SignatureValue>");
        String end = "</ds:SignatureValue>";
        return Stream.of(
                refused("hmac", replaced(WHOLE, XmlNames.RSA_SHA256, XmlNames.DSIG + "hmac-sha1")),
                refused(
                        "truncated hmac",
                        replaced(
                                WHOLE,
                                XmlNames.RSA_SHA256 + "\">",
                                XmlNames.DSIG + "hmac-sha1\"><ds:HMACOutputLength>1</ds:HMACOutputLength>")),
                refused(
                        "output length",
                        replaced(
                                WHOLE, XmlNames.RSA_SHA256 + "\">", XmlNames.RSA_SHA256 + "\"><ds:HMACOutputLength/>")),
                held("md5", replaced(WHOLE, XmlNames.RSA_SHA256, XmlNames.MORE_2001 + "rsa-md5")),
                refused("none", replaced(WHOLE, XmlNames.RSA_SHA256, XmlNames.MORE_2001 + "none")),
                refused("another scheme", replaced(WHOLE, XmlNames.RSA_SHA256, XmlNames.ECDSA_SHA256)),
                refused("invented canonical form", replaced(WHOLE, XmlNames.EXCLUSIVE, "urn:c14n")),
                refused(
                        "value cut",
                        replaced(WHOLE, value, value.substring(0, value.length() - end.length() - 8) + "==" + end)),
                refused("value empty", replaced(WHOLE, value, "<ds:SignatureValue/>")),
                refused("value not base64", replaced(WHOLE, value, "<ds:SignatureValue>*</ds:SignatureValue>")),
                refused("digest cut", WHOLE.replaceFirst("(<ds:DigestValue>).{20}", "$1")));
    }

    static Stream<Arguments> work() {
        String reference = between(WHOLE, "<ds:Reference", "</ds:Reference>");
        String stylesheet = "<ds:Transform Algorithm=\"http://www.w3.org/TR/1999/REC-xslt-19991116\"><s:stylesheet"
                + " xmlns:s=\"http://www.w3.org/1999/XSL/Transform\" version=\"1.0\"><s:template name=\"a\">"
                + "<s:call-template name=\"a\"/></s:template></s:stylesheet></ds:Transform>";
        return Stream.of(
                refused("xslt loop", replaced(WHOLE, ENVELOPED, ENVELOPED + stylesheet)),
                refused("xpath", replaced(WHOLE, XmlNames.ENVELOPED, "http://www.w3.org/TR/1999/REC-xpath-19991116")),
                refused(
                        "xpath filter",
                        replaced(WHOLE, XmlNames.ENVELOPED, "http://www.w3.org/2002/06/xmldsig-filter2")),
                refused("31 references", replaced(WHOLE, reference, reference.repeat(30))),
                refused("900 references", replaced(WHOLE, reference, reference.repeat(900))),
                refused("six transforms", replaced(WHOLE, ENVELOPED, ENVELOPED.repeat(5))),
                refused(
                        "large SignedInfo",
                        replaced(WHOLE, "<ds:SignedInfo>", "<ds:SignedInfo>" + " ".repeat(1 << 20))),
                refused(
                        "31 signatures",
                        replaced(
                                WHOLE,
                                "<ds:Signature ",
                                ("<ds:Signature xmlns:ds=\"" + XmlNames.DSIG + "\"/>").repeat(30) + "<ds:Signature ")),
                refused("base64 over elements", replaced(WHOLE, XmlNames.ENVELOPED, XmlNames.BASE64)));
    }

    static Stream<Arguments> structure() {
        String info = between(WHOLE, "<ds:SignedInfo", "</ds:SignedInfo>");
        String qualifying = between(WHOLE, "<xades:QualifyingProperties", "</xades:QualifyingProperties>");
        String signed = between(WHOLE, "<xades:SignedProperties", "</xades:SignedProperties>");
        String certificate = between(WHOLE, "<ds:X509Certificate>", "</ds:X509Certificate>");
        String other = between(
                text(XmlFixture.enveloped(DevTrust.official("Nguyễn Văn A"))),
                "<ds:X509Certificate>",
                "</ds:X509Certificate>");
        String bare = "<ds:KeyValue><ds:RSAKeyValue><ds:Modulus>AQAB</ds:Modulus><ds:Exponent>AQAB</ds:Exponent>"
                + "</ds:RSAKeyValue></ds:KeyValue>";
        String data = between(WHOLE, "<ds:X509Data>", "</ds:X509Data>");
        return Stream.of(
                refused("two SignedInfo", replaced(WHOLE, info, info + info.replace("sha256", "sha512"))),
                refused("SignedInfo in an Object", replaced(WHOLE, OBJECT, "</ds:Object><ds:Object>" + info + OBJECT)),
                refused("two SignedProperties", replaced(WHOLE, signed, signed + signed.replace("-signed", "-x"))),
                refused(
                        "two QualifyingProperties",
                        replaced(WHOLE, qualifying, qualifying + qualifying.replace("-signed\"", "-x\""))),
                refused("properties of another", WHOLE.replaceFirst("Target=\"#[^\"]*", "Target=\"#other")),
                refused("properties nobody signed", WHOLE.replaceFirst("(SignedProperties Id=\")", "$1x")),
                refused("properties changed", replaced(WHOLE, "text/xml", "text/html")),
                refused("signing time changed", WHOLE.replaceFirst("(<xades:SigningTime>)2026", "$12025")),
                refused(
                        "content nobody signed",
                        replaced(
                                WHOLE, OBJECT, "</ds:Object><ds:Object><vb:so xmlns:vb=\"urn:vb\">9</vb:so>" + OBJECT)),
                refused("business in KeyInfo", replaced(WHOLE, data, data + "<so xmlns=\"urn:vb\">9</so>")),
                refused("retrieval", replaced(WHOLE, data, data + "<ds:RetrievalMethod URI=\"#nd\"/>")),
                refused("another bare key", replaced(WHOLE, data, data + bare)),
                held("a bare key alone", replaced(WHOLE, data, bare)),
                held("another's certificate", replaced(WHOLE, certificate, other)),
                held("no certificate", replaced(WHOLE, certificate, "")),
                refused("content changed", replaced(WHOLE, "V/v họp", "V/v hợp")),
                refused("part changed", replaced(PART, "V/v họp", "V/v hợp")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"wrapping", "parsing", "algorithms", "work", "structure"})
    void isRefusedOrHeld(String attack, String xml, Indication expected) {
        SignatureReport report = verify(xml);

        assertThat(report.overall()).as(attack + ": " + report).isEqualTo(expected);
        assertThat(report.presence()).isNotEqualTo(Presence.UNSIGNED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/hosts",
                "http://127.0.0.1:1/x",
                "https://a",
                "ftp://a/b",
                "//a/b",
                "/etc/hosts",
                "../a",
                "a/../b",
                "a//b",
                "a/./b",
                "a\\b",
                "a:b",
                "jar:file:/a!/b",
                "data:,x",
                "mailto:a@b",
                "urn:x",
                "?q",
                "a?q",
                "a#b",
                "#xpointer(/)",
                "#xpointer(id('nd'))",
                "#element(/1)",
                "#",
                "#nd nd"
            })
    void noReferenceLeadsOut(String uri) {
        SignatureReport report = verify(replaced(WHOLE, "URI=\"\"", "URI=\"" + uri + "\""));

        assertThat(report.presence()).as(uri).isEqualTo(Presence.BROKEN);
        assertThat(report.overall()).isEqualTo(Indication.TOTAL_FAILED);
    }

    @Test
    void aPartOfThePacketThatIsNotHereIsNotLookedFor() {
        SignatureReport report = verify(replaced(WHOLE, "URI=\"\"", "URI=\"cid:1\""));

        assertThat(report.overall()).isEqualTo(Indication.TOTAL_FAILED);
        assertThat(report.allFindings()).anyMatch(finding -> finding.text().contains("cid:1 is not here"));
    }

    @Test
    void sha1IsNamed() {
        SignatureReport report = verify(WHOLE.replace(XmlNames.RSA_SHA256, XmlNames.DSIG + "rsa-sha1"));

        assertThat(report.allFindings()).anyMatch(finding -> finding.text().contains("digests: [SHA-1]"));
        assertThat(report.overall()).isNotEqualTo(Indication.TOTAL_PASSED);
    }

    static Stream<String> honest() {
        return Stream.of(
                WHOLE,
                PART,
                WHOLE.replace("V/v họp", "V/v <!-- thêm -->họp"),
                WHOLE.replace("V/v họp", "<![CDATA[V/v họp]]>"),
                WHOLE.replace("V/v họp", "V/v &#104;ọp"),
                WHOLE.replace("</ds:SignatureValue>", "\n</ds:SignatureValue>"),
                PART.replace("</vb:noiDung>", "</vb:noiDung>\n  "));
    }

    /** Other spellings of the same canonical content: what a reader of the parsed text reads is what was signed. */
    @ParameterizedTest
    @MethodSource("honest")
    void theSameInOtherSpellingsPasses(String xml) {
        assertThat(verify(xml).overall()).isEqualTo(Indication.TOTAL_PASSED);
    }

    @Test
    void everyByteOfAFileMayBeWrong() {
        byte[] file = bytes(WHOLE);
        for (int at = 0; at < file.length; at += 97) {
            byte[] changed = Arrays.copyOf(file, file.length);
            changed[at] ^= 0x11;
            assertThat(verify(changed).allFindings())
                    .as("byte " + at)
                    .noneMatch(finding -> finding.code() == ErrorCode.INTERNAL);
        }
    }

    @Test
    void theReasonIsTheGravest() {
        SignatureReport report =
                verify(replaced(PART, "V/v họp", "V/v hợp").replace("<vb:vanBan ", "<vb:vanBan a=\"1\" "));

        assertThat(report.verdicts().getFirst().subIndication()).contains(SubIndication.HASH_FAILURE);
    }
}
