package vn.lienthong.gateway.signature.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.apache.pdfbox.util.Matrix;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lienthong.gateway.signature.Indication;

/** All forms on one page, each where it is proposed, beside whole pages that a person has approved. */
@Tag("ci")
class ApprovedPagesTest {
    private static final int DPI = 60;

    interface Change {
        void to(PDDocument document) throws IOException;
    }

    static Stream<Arguments> pages() {
        return Stream.of(
                Arguments.of("page-a4", letter(document -> {})),
                Arguments.of("page-sideways", letter(sideways(90, 842, 595, new Matrix(0, 1, -1, 0, 842, 0)))),
                Arguments.of("page-upside-down", letter(sideways(180, 595, 842, new Matrix(-1, 0, 0, -1, 595, 842)))),
                Arguments.of("page-other-side", letter(sideways(270, 842, 595, new Matrix(0, -1, 1, 0, 0, 595)))),
                Arguments.of("page-turned-text", letter(document -> document.getPage(0)
                        .setRotation(90))),
                Arguments.of("page-cropped", letter(document -> document.getPage(0)
                        .setCropBox(new PDRectangle(40, 200, 500, 600)))),
                Arguments.of("page-landscape", letter(blank(842, 595))),
                Arguments.of("page-a6", letter(blank(298, 420))),
                Arguments.of("page-tiny", letter(blank(140, 200))),
                Arguments.of("page-waiting-field", letter(ApprovedPagesTest::withField)),
                Arguments.of("page-archival", ArchivalLetter.make(1, true)));
    }

    private static byte[] letter(Change change) {
        try (PDDocument document = Loader.loadPDF(LetterOfDecree30.make())) {
            change.to(document);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    /** As scanners and printers write it: the page lies on its side, and is turned when it is shown. */
    private static Change sideways(int rotation, float width, float height, Matrix turned) {
        return document -> {
            PDPage page = document.getPage(0);
            page.setMediaBox(new PDRectangle(width, height));
            page.setRotation(rotation);
            try (PDPageContentStream before = new PDPageContentStream(document, page, AppendMode.PREPEND, false)) {
                before.transform(turned);
            }
        };
    }

    private static Change blank(float width, float height) {
        return document -> {
            document.removePage(0);
            document.addPage(new PDPage(new PDRectangle(width, height)));
        };
    }

    private static void withField(PDDocument document) {
        PDAcroForm form = new PDAcroForm(document);
        document.getDocumentCatalog().setAcroForm(form);
        PDSignatureField empty = new PDSignatureField(form);
        empty.setPartialName("Chữ ký");
        empty.getWidgets().getFirst().setRectangle(new PDRectangle(350, 100, 130, 60));
        empty.getWidgets().getFirst().setPage(document.getPage(0));
        form.getFields().add(empty);
        COSArray annotations = new COSArray();
        annotations.add(empty.getWidgets().getFirst().getCOSObject());
        document.getPage(0).getCOSObject().setItem(COSName.ANNOTS, annotations);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void everyFormStandsWhereItBelongs(String name, byte[] letter) throws Exception {
        byte[] signed = FormFixture.sign(FormFixture.thrice(letter), FormFixture.SEAL, FormFixture.copy());

        assertThat(FormFixture.verify(signed).overall()).isEqualTo(Indication.TOTAL_PASSED);
        Pictures.assertApproved(name, Pictures.page(signed, 1, DPI));
    }
}
