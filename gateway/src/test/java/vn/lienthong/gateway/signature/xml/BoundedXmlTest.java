package vn.lienthong.gateway.signature.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.gateway.signature.DevTrust;
import vn.lienthong.gateway.signature.key.SigningException;

/** A stranger's XML costs no more before it is signed than before it is verified. */
class BoundedXmlTest {

    private static byte[] nested(int depth) {
        return ("<a>".repeat(depth) + "</a>".repeat(depth)).getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] wide(int elements) {
        return ("<a>" + "<b/>".repeat(elements) + "</a>").getBytes(StandardCharsets.US_ASCII);
    }

    private static void refused(byte[] xml, String why) {
        SignXml signing = new SignXml(DevTrust.seal(Fate.GOOD));
        assertThatExceptionOfType(SigningException.class)
                .isThrownBy(() -> signing.enveloped(xml, DevTrust.NOW))
                .withMessageContaining(why);
    }

    @Test
    void whatCouldNotBeVerifiedIsNotSigned() {
        refused(nested(101), "100 levels");
        refused(wide(200_000), "200000 elements");
        refused("<!DOCTYPE a><a/>".getBytes(StandardCharsets.US_ASCII), "DOCTYPE");
        refused(new byte[(32 << 20) + 1], "at most 33554432");
    }

    @Test
    void whatIsWithinTheBoundsIsSigned() throws Exception {
        SignXml signing = new SignXml(DevTrust.seal(Fate.GOOD));
        assertThat(signing.sign(signing.enveloped(nested(90), DevTrust.NOW))).isNotEmpty();
    }

    @Test
    void identifiersAreFoundWhereverTheyLie() throws Exception {
        String xml = "<a>".repeat(90) + "<b Id='x'/><c Id='y'/>" + "</a>".repeat(90);
        XmlDocument document = XmlDocument.parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.US_ASCII)));

        assertThat(document.named("x")).isPresent();
        assertThat(document.named("y")).isPresent();
        assertThat(document.named("z")).isEmpty();
    }

    @Test
    void anIdentifierTwiceIsFoundAcrossBranches() {
        byte[] xml = "<a><b><c Id='x'/></b><d><e id='x'/></d></a>".getBytes(StandardCharsets.US_ASCII);
        assertThatExceptionOfType(XmlFault.class)
                .isThrownBy(() -> XmlDocument.parse(new ByteArrayInputStream(xml)))
                .withMessageContaining("twice");
    }
}
