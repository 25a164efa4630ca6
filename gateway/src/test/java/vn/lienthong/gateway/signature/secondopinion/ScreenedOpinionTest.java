package vn.lienthong.gateway.signature.secondopinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.gateway.signature.DevTrust;
import vn.lienthong.gateway.signature.SignedFile;
import vn.lienthong.gateway.signature.asic.SignAsic;
import vn.lienthong.gateway.signature.file.VerificationLimits;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.xml.SignXml;
import vn.lienthong.gateway.signature.xml.XmlLimits;

/** What an engine is never shown, wherever in a file it stands. */
class ScreenedOpinionTest {
    private static final String DSIG = "xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"";
    private static final String CERTIFIED = "http://uri.etsi.org/01903/v1.3.2#";
    private final List<String> shown = new ArrayList<>();
    private final SecondOpinion screened = new ScreenedOpinion((file, beside, at) -> {
        shown.add(file.name());
        return new Opinion(List.of());
    });

    private static byte[] signed(String xml) throws SigningException {
        SignXml signing = new SignXml(DevTrust.seal(Fate.GOOD));
        return signing.sign(signing.enveloped(xml.getBytes(StandardCharsets.UTF_8), DevTrust.NOW));
    }

    private void about(String name, byte[] file) throws NoOpinion {
        screened.about(name, file, DevTrust.NOW);
    }

    private void refused(String name, byte[] file) {
        assertThatThrownBy(() -> about(name, file))
                .isInstanceOf(NoOpinion.class)
                .satisfies(none -> assertThat(((NoOpinion) none).asked())
                        .as("a person hears of it")
                        .isTrue())
                .satisfies(none ->
                        assertThat(((NoOpinion) none).never()).as("at once").isTrue());
        assertThat(shown).isEmpty();
    }

    @Test
    void honestFilesAreShown() throws Exception {
        about("a.xml", signed("<a/>"));
        about("b.xml", signed("<edXML/>"));
        about(
                "a.asice",
                new SignAsic(DevTrust.seal(Fate.GOOD))
                        .sign(List.of(SignedFile.of("a.txt", new byte[] {1})), DevTrust.NOW));
        about("a.pdf", "%PDF-1.7".getBytes(StandardCharsets.US_ASCII));
        assertThat(shown).containsExactly("a.xml", "b.xml", "a.asice", "a.pdf");
    }

    /** In content that a good signature is over, which our own verifier has no reason to look at. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<ds:Manifest " + DSIG + "><ds:Reference URI=\"\"><ds:Transforms><ds:Transform Algorithm="
                        + "\"http://www.w3.org/TR/1999/REC-xslt-19991116\"/></ds:Transforms></ds:Reference></ds:Manifest>",
                "<ds:Manifest " + DSIG + "><ds:Reference URI=\"http://169.254.169.254/\"/></ds:Manifest>",
                "<ds:Manifest " + DSIG + "><ds:Reference URI=\"file:///etc/passwd\"/></ds:Manifest>",
                "<ds:KeyInfo " + DSIG + "><ds:RetrievalMethod URI=\"#a\"/></ds:KeyInfo>",
                "<k:KeyInfoReference xmlns:k=\"http://www.w3.org/2009/xmldsig11#\" URI=\"#a\"/>",
                "<x:Include xmlns:x=\"" + CERTIFIED + "\" URI=\"http://example.com/\"/>",
                "<ds:CanonicalizationMethod " + DSIG + " Algorithm=\"urn:run-me\"/>",
            })
    void whatWouldBeRunOrFetchedIsNot(String inside) throws SigningException {
        refused("a.xml", signed("<a>" + inside + "</a>"));
    }

    @Test
    void aSignatureThatOurScreenRefusesIsNot() throws SigningException {
        String second = "<ds:Signature " + DSIG + "><ds:SignedInfo/></ds:Signature></a>";
        String good = new String(signed("<a>x</a>"), StandardCharsets.UTF_8);
        refused("a.xml", good.replace("</a>", second).getBytes(StandardCharsets.UTF_8));
    }

    /** What our own verifiers look at by the settings is shown, and nothing else. */
    @Test
    void theLimitsOfTheSettingsHold() throws Exception {
        VerificationLimits usual = VerificationLimits.standard();
        XmlLimits flat = new XmlLimits(32 << 20, 200_000, 2, 30, 30, 5, 1L << 30);
        SecondOpinion narrow = new ScreenedOpinion(
                (one, beside, at) -> {
                    throw new AssertionError("shown");
                },
                new VerificationLimits(usual.files(), usual.pdf(), usual.cms(), flat, usual.asic(), usual.envelope()));
        byte[] file = "<a><b><c/></b></a>".getBytes(StandardCharsets.US_ASCII);
        about("a.xml", file);
        assertThatThrownBy(() -> narrow.about("a.xml", file, DevTrust.NOW)).isInstanceOf(NoOpinion.class);
    }

    @Test
    void aDoctypeIsNot() {
        refused(
                "a.xml",
                "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>".getBytes(StandardCharsets.UTF_8));
    }

    /** One that begins as XML and calls itself a PDF behind: another engine would take it for the former. */
    @Test
    void whatIsTwoThingsIsAskedAboutAsWhatWeTakeItFor() throws NoOpinion {
        byte[] both = "<!-- %PDF-1.7 --><a/>".getBytes(StandardCharsets.US_ASCII);
        about("a", both);
        assertThat(shown).containsExactly("a");
        DssOpinion dss = new DssOpinion(DevTrust.stores(DevTrust.pki()), RevocationAtHand::none);
        assertThat(dss.about("a", both, DevTrust.NOW).signatures()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"META-INF/signatures.xml", "META-INF/other.xml"})
    void inAContainerNeither(String name) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("a.txt"));
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry(name));
            zip.write("<!DOCTYPE a><a/>".getBytes(StandardCharsets.US_ASCII));
            zip.closeEntry();
        }
        refused("a.asice", out.toByteArray());
    }

    @Test
    void otherFormsAreNot() {
        refused("a.txt", "text".getBytes(StandardCharsets.US_ASCII));
    }
}
