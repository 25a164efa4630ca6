package vn.lienthong.gateway.signature.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.signature.DevTrust;

class ScreenBeforeSigningTest {
    private static final ScreenBeforeSigning SCREEN = new ScreenBeforeSigning(PdfLimits.standard(), 1 << 20, 3);
    private static final byte[] LETTER = PdfFixture.letterBytes();

    private static Stream<ErrorCode> codes(byte[] pdf) {
        return SCREEN.screen("a.pdf", PdfBytes.of(pdf)).stream()
                .peek(finding -> assertThat(finding.isError()).isTrue())
                .map(Finding::code);
    }

    private static byte[] catalogue(String entry) {
        IncrementalUpdate update = new IncrementalUpdate(LETTER);
        return update.change(update.root(), with(entry)).write();
    }

    private static UnaryOperator<String> with(String entry) {
        return body -> body.replaceFirst(">>\\s*$", java.util.regex.Matcher.quoteReplacement(entry + ">>"));
    }

    private static byte[] page(String entry) {
        IncrementalUpdate update = new IncrementalUpdate(LETTER);
        return update.change(update.objectWith("/Type /Page\n"), with(entry)).write();
    }

    /** Two widgets on the page, as fields of a form. */
    private static byte[] fields(String first, String second) {
        IncrementalUpdate update = new IncrementalUpdate(LETTER);
        int one = update.free();
        String refs = "[" + one + " 0 R " + (one + 1) + " 0 R]";
        return update.put(one, "<</Type /Annot /Subtype /Widget " + first + ">>")
                .put(one + 1, "<</Type /Annot /Subtype /Widget " + second + ">>")
                .change(update.root(), with("/AcroForm <</Fields " + refs + ">>"))
                .change(update.objectWith("/Type /Page\n"), with("/Annots " + refs))
                .write();
    }

    private static byte[] signedWith(String reference) {
        // A certification is written by other software: its dictionary is what counts here, not its value.
        byte[] sealed = PdfFixture.sealed();
        IncrementalUpdate update = new IncrementalUpdate(sealed);
        return update.change(update.objectWith("/ByteRange"), with("/Reference [" + reference + "]"))
                .write();
    }

    private static int pages() {
        return new IncrementalUpdate(LETTER).objectWith("/Type /Pages");
    }

    /** The root of the page tree with something more. */
    private static byte[] tree(String entry) {
        return new IncrementalUpdate(LETTER).change(pages(), with(entry)).write();
    }

    /** A page tree that is its own branch. */
    private static byte[] circle() {
        return new IncrementalUpdate(LETTER)
                .change(pages(), body -> body.replaceFirst("/Kids \\[", "/Kids [" + pages() + " 0 R "))
                .write();
    }

    /** An action whose kind stands in an object of its own. */
    private static byte[] named(String kind, String entry) {
        IncrementalUpdate update = new IncrementalUpdate(LETTER);
        int name = update.free();
        return update.put(name, kind)
                .change(update.root(), with("/OpenAction <</S " + name + " 0 R " + entry + ">>"))
                .write();
    }

    private static byte[] link(String address) {
        return page("/Annots [<</Subtype /Link /Rect [0 0 9 9] /A <</S /URI /URI " + address + ">>>>]");
    }

    /** The page's own word for what it is stands in an object of its own, or its fields' does. */
    private static byte[] overlapping(String page, String widget) {
        IncrementalUpdate update = new IncrementalUpdate(LETTER);
        int name = update.free();
        String fields = "[<</Subtype " + widget.replace("#", name + 1 + " 0 R") + " /FT /Tx /Rect [10 10 90 30]>>"
                + "<</Subtype /Widget /FT /Tx /Rect [80 20 120 60]>>]";
        return update.put(name, "/Page")
                .put(name + 1, "/Widget")
                .change(update.objectWith("/Type /Page\n"), body -> with("/Annots " + fields)
                        .apply(body)
                        .replaceFirst("/Type /Page\n", "/Type " + page.replace("#", name + " 0 R") + "\n"))
                .write();
    }

    private static byte[] annotation(String entries) {
        return page("/Annots [<</Rect [0 0 9 9] " + entries + ">>]");
    }

    static Stream<Arguments> harmful() {
        return Stream.of(
                Arguments.of(ErrorCode.SIGNING_FIELDS_OVERLAP, overlapping("#", "/Widget")),
                Arguments.of(ErrorCode.SIGNING_FIELDS_OVERLAP, overlapping("/Page", "#")),
                Arguments.of(ErrorCode.SIGNING_ACTION, catalogue("/URI <</Base (file:///C:/Windows/)>>")),
                Arguments.of(ErrorCode.SIGNING_ACTION, link("(\\\\\\\\may-chu\\\\a.exe)")),
                Arguments.of(ErrorCode.SIGNING_ACTION, link("(//may-chu/a.exe)")),
                Arguments.of(ErrorCode.SIGNING_ACTION, link("(\\\\Windows\\\\a.exe)")),
                Arguments.of(ErrorCode.SIGNING_LAYERS, page("/PieceInfo <</X <</Subtype /Form /OPI <<>>>>>>")),
                Arguments.of(ErrorCode.SIGNING_LAYERS, annotation("/Subtype /Stamp /F 36")),
                Arguments.of(ErrorCode.SIGNING_LAYERS, annotation("/Subtype /Stamp /F 260")),
                Arguments.of(ErrorCode.SIGNING_LAYERS, annotation("/Subtype /Widget /FT /Tx /F 36")),
                Arguments.of(ErrorCode.SIGNING_LAYERS, annotation("/Subtype /Stamp /AP <</N <<>> /R <<>>>>")),
                Arguments.of(ErrorCode.SIGNING_LAYERS, annotation("/Subtype /Widget /AP <</N <<>> /D <<>>>>")),
                Arguments.of(
                        ErrorCode.SIGNING_SCRIPT, catalogue("/OpenAction <</S /JavaScript /JS (app.alert\\(1\\))>>")),
                Arguments.of(ErrorCode.SIGNING_SCRIPT, catalogue("/OpenAction <</S /J#61vaScript>>")),
                Arguments.of(ErrorCode.SIGNING_SCRIPT, catalogue("/Names <</JavaScript <</Names [(a) <</S /x>>]>>>>")),
                Arguments.of(ErrorCode.SIGNING_ACTION, catalogue("/OpenAction <</S /Launch /F (calc.exe)>>")),
                Arguments.of(ErrorCode.SIGNING_ACTION, page("/AA <</O <</S /SubmitForm /F (http://a.example)>>>>")),
                Arguments.of(ErrorCode.SIGNING_ACTION, page("/AA <</O <</S /GoToR /F (other.pdf)>>>>")),
                Arguments.of(ErrorCode.SIGNING_ACTION, page("/AA <</O <</S /Hide /T (field)>>>>")),
                Arguments.of(ErrorCode.SIGNING_ACTION, page("/AA <</O <</S /ResetForm>>>>")),
                Arguments.of(ErrorCode.SIGNING_ACTION, named("/Launch", "/F (calc.exe)")),
                Arguments.of(ErrorCode.SIGNING_ACTION, link("(file:///C:/Windows/System32/calc.exe)")),
                Arguments.of(ErrorCode.SIGNING_ACTION, link("(ms-msdt:/id PCWDiagnostic)")),
                Arguments.of(ErrorCode.SIGNING_ACTION, link("<6A617661 7363726970743A616C65727428 3129>")),
                Arguments.of(ErrorCode.SIGNING_ACTION, link("( java\\nscript:alert\\(1\\))")),
                Arguments.of(
                        ErrorCode.SIGNING_ACTION,
                        page("/PieceInfo <</X <</Subtype /Form /Ref <</F (other.pdf) /Page 0>>>>>>")),
                Arguments.of(ErrorCode.SIGNING_SCRIPT, named("/JavaScript", "")),
                Arguments.of(ErrorCode.SIGNING_LAYERS, page("/PieceInfo <</X <</Subtype /PS>>>>")),
                Arguments.of(ErrorCode.SIGNING_XFA, catalogue("/AcroForm <</Fields [] /XFA (xml)>>")),
                Arguments.of(
                        ErrorCode.SIGNING_LAYERS,
                        catalogue("/OCProperties <</OCGs [<</Type /OCG /Name (x)>>] /D <<>>>>")),
                Arguments.of(ErrorCode.SIGNING_LAYERS, page("/Annots [<</Subtype /Stamp /Rect [0 0 9 9] /OC <<>>>>]")),
                Arguments.of(ErrorCode.SIGNING_EMBEDDED_FILE, catalogue("/Names <</EmbeddedFiles <</Names []>>>>")),
                Arguments.of(ErrorCode.SIGNING_EMBEDDED_FILE, catalogue("/Collection <</View /T>>")),
                Arguments.of(
                        ErrorCode.SIGNING_EMBEDDED_FILE,
                        page("/Annots [<</Subtype /FileAttachment /Rect [0 0 9 9]>>]")),
                Arguments.of(
                        ErrorCode.SIGNING_FIELDS_OVERLAP,
                        fields("/FT /Tx /T (a) /Rect [10 10 90 30]", "/FT /Tx /T (b) /Rect [80 20 120 60]")),
                Arguments.of(
                        ErrorCode.SIGNING_FIELDS_OVERLAP,
                        fields("/FT /Tx /T (a) /Rect [90 30 10 10]", "/FT /Sig /T (b) /Rect [0 0 200 200]")),
                Arguments.of(
                        ErrorCode.SIGNING_FORBIDDEN,
                        signedWith("<</TransformMethod /DocMDP /TransformParams <</P 1>>>>")),
                Arguments.of(
                        ErrorCode.SIGNING_FORBIDDEN,
                        signedWith("<</TransformMethod /FieldMDP /TransformParams <</Action /All>>>>")),
                Arguments.of(
                        ErrorCode.SIGNING_FORBIDDEN,
                        signedWith(
                                "<</TransformMethod /FieldMDP /TransformParams <</Action /Exclude /Fields [(x)]>>>>")),
                Arguments.of(ErrorCode.SIGNING_FILE_DAMAGED, Arrays.copyOf(LETTER, LETTER.length - 30)),
                Arguments.of(ErrorCode.SIGNING_FILE_DAMAGED, catalogue("/Lang (vi) /Lang (en)")),
                Arguments.of(ErrorCode.SIGNING_FILE_DAMAGED, tree("/Parent 9999 0 R")),
                Arguments.of(ErrorCode.SIGNING_FILE_DAMAGED, tree("/Parent " + pages() + " 0 R")),
                Arguments.of(ErrorCode.SIGNING_FILE_DAMAGED, circle()),
                Arguments.of(
                        ErrorCode.SIGNING_FILE_DAMAGED,
                        "%PDF-1.7 nothing".getBytes(java.nio.charset.StandardCharsets.US_ASCII)),
                Arguments.of(ErrorCode.SIGNING_FILE_TOO_LARGE, new byte[(1 << 20) + 1]));
    }

    @ParameterizedTest
    @MethodSource("harmful")
    void whatCouldShowSomethingElseLaterIsRefusedByName(ErrorCode expected, byte[] pdf) {
        assertThat(codes(pdf)).containsExactly(expected);
    }

    static Stream<Arguments> harmless() {
        return Stream.of(
                Arguments.of("a letter", LETTER),
                Arguments.of("packed", PdfFixture.packedBytes()),
                Arguments.of("signed three times", PdfFixture.signedThrice()),
                Arguments.of(
                        "a link", page("/Annots [<</Subtype /Link /Rect [0 0 9 9] /A <</S /URI /URI (http://a)>>>>]")),
                Arguments.of("a link to write a letter", link("(mailto:vanthu@snv.example)")),
                Arguments.of("a link to a page", link("(HTTPS://vanban.example/a?b=c:d)")),
                Arguments.of("a link beside", link("(phu-luc.html#a:b)")),
                Arguments.of("a link from the top", link("(/phu-luc/a//b.html)")),
                Arguments.of("links from a site on", catalogue("/URI <</Base (https://vanban.example/)>>")),
                Arguments.of("a printed stamp", annotation("/Subtype /Stamp /F 4 /AP <</N <<>>>>")),
                Arguments.of(
                        "a box to tick", annotation("/Subtype /Widget /FT /Btn /F 4 /AP <</N <<>> /D <</Yes <<>>>>>>")),
                Arguments.of("a button", annotation("/Subtype /Widget /FT /Btn /AP <</N <<>> /R <<>> /D <<>>>>")),
                Arguments.of("a place to sign", annotation("/Subtype /Widget /FT /Sig /F 36 /AP <</N <<>> /D <<>>>>")),
                Arguments.of("opens on its page", catalogue("/OpenAction [1 0 R /Fit]")),
                Arguments.of(
                        "fields side by side",
                        fields("/FT /Tx /T (a) /Rect [10 10 90 30]", "/FT /Tx /T (b) /Rect [90 10 120 30]")),
                Arguments.of(
                        "a seal's field over an officer's",
                        fields("/FT /Sig /T (a) /Rect [10 10 90 30]", "/FT /Sig /T (b) /Rect [80 20 120 60]")),
                Arguments.of(
                        "certified, signatures allowed",
                        signedWith("<</TransformMethod /DocMDP /TransformParams <</P 2>>>>")),
                Arguments.of(
                        "other fields locked",
                        signedWith(
                                "<</TransformMethod /FieldMDP /TransformParams <</Action /Include /Fields [(x)]>>>>")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("harmless")
    void honestFilesPass(String name, byte[] pdf) {
        assertThat(codes(pdf)).as(name).isEmpty();
    }

    @Test
    void everyReasonIsTold() {
        IncrementalUpdate update = new IncrementalUpdate(LETTER);
        byte[] pdf = update.change(
                        update.root(),
                        with("/OpenAction <</S /Launch /F (x)>> /AcroForm <</Fields [] /XFA (xml)>>"
                                + "/Names <</JavaScript <</Names []>>>>"))
                .write();

        assertThat(codes(pdf))
                .containsExactly(ErrorCode.SIGNING_SCRIPT, ErrorCode.SIGNING_ACTION, ErrorCode.SIGNING_XFA);
    }

    @Test
    void whatNoReaderComesToDoesNotCount() {
        IncrementalUpdate update = new IncrementalUpdate(LETTER);
        byte[] pdf = update.put(update.free() + 3, "<</S /JavaScript /JS (x)>>").write();

        assertThat(codes(pdf)).isEmpty();
    }

    @Test
    void encryptedFilesAndTooManyPagesAreRefused() throws Exception {
        ByteArrayOutputStream encrypted = new ByteArrayOutputStream();
        ByteArrayOutputStream lengthy = new ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(LETTER)) {
            document.protect(new StandardProtectionPolicy("owner", "", new AccessPermission()));
            document.save(encrypted);
        }
        try (PDDocument document = Loader.loadPDF(LETTER)) {
            for (int i = 0; i < 3; i++) {
                document.importPage(document.getPage(0));
            }
            document.save(lengthy);
        }

        assertThat(codes(encrypted.toByteArray())).containsExactly(ErrorCode.SIGNATURE_FILE_ENCRYPTED);
        assertThat(codes(lengthy.toByteArray())).containsExactly(ErrorCode.SIGNING_FILE_TOO_LARGE);
    }

    @Test
    void aFreshSealPassesToo() {
        assertThat(codes(PdfFixture.sign(LETTER, DevTrust.seal(Fate.GOOD)))).isEmpty();
    }
}
