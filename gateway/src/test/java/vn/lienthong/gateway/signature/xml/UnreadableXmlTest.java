package vn.lienthong.gateway.signature.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.gateway.signature.xml.XmlFixture.bytes;
import static vn.lienthong.gateway.signature.xml.XmlFixture.text;
import static vn.lienthong.gateway.signature.xml.XmlFixture.verify;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.signature.DevTrust;
import vn.lienthong.gateway.signature.Indication;
import vn.lienthong.gateway.signature.Presence;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.key.SigningException;

/** Annexes that are no XML which we read: data where nothing claims a signature, never where something does or may. */
class UnreadableXmlTest {
    private static final String NAME = "http://www.w3.org/2000/09/xmldsig#";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<!DOCTYPE html><html><br></html> | UNSIGNED",
                "<svg xmlns=\"http://www.w3.org/2000/svg\"><g></svg> | UNSIGNED",
                "<!DOCTYPE a><p>1 &lt; 2 &amp; 3</p> | UNSIGNED",
                "<!DOCTYPE a><s:Signature xmlns:s=\"" + NAME + "\"/> | BROKEN",
                "<!DOCTYPE a [<!ENTITY n \"http://www.w3.org/2000/09/xml\">]><a/> | NOT_CHECKED",
                "<!DOCTYPE a><Signature xmlns='http://www.w3.org/2000/09/xmldsi&#103;#'/> | NOT_CHECKED",
                "<!DOCTYPE a [<!ATTLIST Signature xmlns CDATA #FIXED \"" + NAME + "\">]><Signature/> | NOT_CHECKED",
                "<!DOCTYPE a SYSTEM \"http://x.example/a.dtd\"><Signature/> | NOT_CHECKED",
                "<!DOCTYPE a PUBLIC \"-//X//A\" \"http://x.example/a.dtd\"><Signature/> | NOT_CHECKED",
                "<!DOCTYPE html PUBLIC \"-//W3C//DTD HTML 4.01//EN\" \"http://x.example/\"><html/> | NOT_CHECKED",
                "<!DOCTYPE html PUBLIC \"-//W3C//DTD HTML 4.01//EN\" \"http://www.w3.org/TR/html4/strict.dtd\"><p/> | UNSIGNED",
                "<!DOCTYPE html SYSTEM \"about:legacy-compat\"><html/> | UNSIGNED",
                "<!DOCTYPE html><p>The name of the thing is " + NAME + "</p> | UNSIGNED",
            })
    void whatClaimsASignatureIsNoData(String xml, Presence expected) {
        assertThat(verify(xml).presence()).isEqualTo(expected);
        assertThat(verify(xml.getBytes(StandardCharsets.UTF_16)).presence()).isEqualTo(expected);
        assertThat(verify(xml).findings().isEmpty()).isEqualTo(expected == Presence.UNSIGNED);
    }

    /** Behind what no reader of XML minds, or minds and still sees it. */
    @Test
    void nothingHidesASignature() {
        String signed = "<a><s:Signature xmlns:s=\"" + NAME + "\"/></a>";
        for (byte[] hidden : new byte[][] {
            bytes("<!-- %PDF-1.7 -->" + signed),
            bytes(" ".repeat(100_000) + signed),
            bytes("\ufeff\ufeff" + signed),
            signed.getBytes(StandardCharsets.UTF_16BE),
            signed.getBytes(StandardCharsets.UTF_16LE)
        }) {
            assertThat(verify(hidden).presence()).isEqualTo(Presence.BROKEN);
        }
        assertThat(verify("<!-- %PDF-1.7 --><a/>").presence()).isEqualTo(Presence.NOT_CHECKED);
        assertThat(verify("<!-- %PDF-1.7 /ByteRange --><a/>").presence()).isEqualTo(Presence.BROKEN);
    }

    /** XML-DSig §2.3: the list is signed, what it lists is left to whoever uses it. */
    @Test
    void aSignatureOverAManifestIsNotPassed() throws SigningException {
        String manifest = "<ds:Manifest xmlns:ds=\"" + NAME + "\" Id=\"m\">"
                + PlainXml.listed("#x", XmlNames.EXCLUSIVE, new byte[32]) + "</ds:Manifest>";
        byte[] signed = XmlFixture.overElement(
                bytes("<a><x Id=\"x\">nội dung</x>" + manifest + "</a>"), "m", DevTrust.seal(Fate.GOOD));

        SignatureReport report = verify(signed);

        assertThat(report.overall()).as(report.toString()).isEqualTo(Indication.INDETERMINATE);
        assertThat(report.allFindings()).extracting(Finding::text).anyMatch(one -> one.startsWith("manifest: "));
        assertThat(verify(text(signed).replace(" Id=\"m\"", " Id=\"m\" x=\"\"")).overall())
                .isEqualTo(Indication.TOTAL_FAILED);
    }

    @Test
    void howeverDeepTheManifestLies() throws SigningException {
        String manifest = "<ds:Manifest xmlns:ds=\"" + NAME + "\">"
                + PlainXml.listed("#x", XmlNames.EXCLUSIVE, new byte[32]) + "</ds:Manifest>";
        byte[] inside = bytes("<a><x Id=\"x\">nội dung</x><m Id=\"m\"><n>" + manifest + "</n></m></a>");

        byte[] part = XmlFixture.overElement(inside, "m", DevTrust.seal(Fate.GOOD));
        byte[] whole = XmlFixture.signed(DevTrust.seal(Fate.GOOD), signing -> signing.enveloped(inside, DevTrust.NOW));

        assertThat(verify(part).overall()).isEqualTo(Indication.INDETERMINATE);
        assertThat(verify(whole).overall()).isEqualTo(Indication.INDETERMINATE);
    }

    @Test
    void aManifestInAnObjectNeither() {
        byte[] signed = PlainXml.overManifest(
                bytes("<a><x Id=\"x\">nội dung</x></a>"),
                DevTrust.pki().sealOf(DevTrust.CODE, DevTrust.AGENCY, Fate.GOOD),
                PlainXml.listed("#x", XmlNames.EXCLUSIVE, new byte[32]));

        assertThat(verify(signed).overall()).isEqualTo(Indication.INDETERMINATE);
        assertThat(verify(signed).allFindings())
                .extracting(Finding::text)
                .anyMatch(one -> one.startsWith("manifest: "));
    }
}
