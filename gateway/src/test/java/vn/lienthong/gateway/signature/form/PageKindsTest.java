package vn.lienthong.gateway.signature.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lienthong.gateway.signature.DevTrust;
import vn.lienthong.gateway.signature.Indication;
import vn.lienthong.gateway.signature.SignatureReport;

/** Whatever a page is like, a form stands where it was put as the page is seen, upright, and breaks nothing. */
class PageKindsTest {
    private static final Place PLACE = new Place(1, 30, 120, 36, 36);

    /** Changes a document before it is signed. */
    interface Change {
        void to(PDDocument document) throws IOException;
    }

    private static byte[] letter(Change change) {
        try (PDDocument document = Loader.loadPDF(FormFixture.letter())) {
            change.to(document);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    private static Change page(java.util.function.Consumer<PDPage> change) {
        return document -> change.accept(document.getPage(0));
    }

    static Stream<Arguments> kinds() {
        return Stream.of(
                Arguments.of("plain", page(page -> {})),
                Arguments.of("turned by 90", page(page -> page.setRotation(90))),
                Arguments.of("turned by 180", page(page -> page.setRotation(180))),
                Arguments.of("turned by 270", page(page -> page.setRotation(270))),
                Arguments.of("turned by -90", page(page -> page.setRotation(-90))),
                Arguments.of("cropped", page(page -> page.setCropBox(new PDRectangle(40, 30, 500, 700)))),
                Arguments.of("moved", page(page -> page.setMediaBox(new PDRectangle(-200, 300, 595, 842)))),
                Arguments.of("cropped and turned", page(page -> {
                    page.setCropBox(new PDRectangle(40, 30, 500, 700));
                    page.setRotation(270);
                })),
                Arguments.of("without fonts or content", (Change) document -> {
                    document.removePage(0);
                    document.addPage(new PDPage(PDRectangle.A4));
                }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void theFormStandsWhereItWasPutAndUpright(String name, Change kind) throws Exception {
        byte[] pdf = letter(kind);
        byte[] bare = letter(document -> {
            kind.to(document);
            document.getPage(0).setContents(new org.apache.pdfbox.pdmodel.common.PDStream(document));
        });
        AgencySealForm form = new AgencySealForm(Optional.empty(), DevTrust.AGENCY, PLACE);

        SignatureReport report = FormFixture.verify(FormFixture.sign(pdf, FormFixture.SEAL, form));
        BufferedImage seen = Pictures.page(FormFixture.sign(bare, FormFixture.SEAL, form), 1);

        assertThat(report.overall()).as(name).isEqualTo(Indication.TOTAL_PASSED);
        Place marked = Pictures.marked(seen);
        assertThat(marked.leftMm()).isCloseTo(PLACE.leftMm(), within(1.0));
        assertThat(marked.topMm()).isCloseTo(PLACE.topMm(), within(1.0));
        assertThat(marked.widthMm()).isCloseTo(PLACE.widthMm(), within(1.5));
        assertThat(marked.heightMm()).isCloseTo(PLACE.heightMm(), within(1.5));
        Pictures.assertApproved("plain-seal", Pictures.cut(seen, PLACE));
    }

    @Test
    void aPageInALargerUnitKeepsTrueSizes() throws Exception {
        byte[] pdf = letter(page(page -> page.setUserUnit(2)));

        byte[] signed =
                FormFixture.sign(pdf, FormFixture.SEAL, new AgencySealForm(Optional.empty(), DevTrust.AGENCY, PLACE));

        try (PDDocument document = Loader.loadPDF(signed)) {
            PDRectangle field = document.getSignatureFields()
                    .getFirst()
                    .getWidgets()
                    .getFirst()
                    .getRectangle();
            assertThat(field.getWidth() * 2).isCloseTo((float) (36 * 72 / 25.4), within(0.1f));
        }
        assertThat(Places.pages(pdf).getFirst().widthMm()).isCloseTo(420, within(1.0));
    }

    @Test
    void whatWouldStandOutsideIsMovedIn() throws Exception {
        byte[] pdf = FormFixture.letter();
        Place outside = new Place(Place.LAST_PAGE, 500, -40, 36, 36);

        Place place = Places.of(pdf, new AgencySealForm(Optional.empty(), DevTrust.AGENCY, outside));

        assertThat(place.page()).isEqualTo(1);
        assertThat(place.leftMm()).isCloseTo(210 - 36, within(0.1));
        assertThat(place.topMm()).isZero();
    }

    /** A form with a text field and an empty signature field; annotations as an array of their own. */
    private static byte[] withForm(boolean locked) {
        return letter(document -> {
            PDAcroForm form = new PDAcroForm(document);
            document.getDocumentCatalog().setAcroForm(form);
            PDTextField text = new PDTextField(form);
            text.setPartialName("Ghi chú");
            text.getWidgets().getFirst().setRectangle(new PDRectangle(50, 500, 100, 20));
            PDSignatureField empty = new PDSignatureField(form);
            empty.setPartialName("Chữ ký thủ trưởng");
            empty.getWidgets().getFirst().setRectangle(new PDRectangle(350, 200, 130, 60));
            if (locked) {
                empty.getCOSObject().setItem(COSName.getPDFName("Lock"), new org.apache.pdfbox.cos.COSDictionary());
            }
            form.getFields().add(text);
            form.getFields().add(empty);
            COSArray annotations = new COSArray();
            for (var widget : java.util.List.of(
                    text.getWidgets().getFirst(), empty.getWidgets().getFirst())) {
                widget.setPage(document.getPage(0));
                annotations.add(new COSObject(widget.getCOSObject()));
            }
            document.getPage(0).getCOSObject().setItem(COSName.ANNOTS, new COSObject(annotations));
        });
    }

    @Test
    void anOfficerSignsInTheFieldThatWaitsForHim() throws Exception {
        byte[] pdf = withForm(false);
        byte[] signed = FormFixture.sign(pdf, FormFixture.OFFICER, FormFixture.officer(pdf));
        byte[] sealed = FormFixture.sign(signed, FormFixture.SEAL, FormFixture.seal(signed));

        SignatureReport report = FormFixture.verify(sealed);

        assertThat(report.allFindings()).isEmpty();
        assertThat(report.overall()).isEqualTo(Indication.TOTAL_PASSED);
        assertThat(report.verdicts().getFirst().facts().field()).isEqualTo("Chữ ký thủ trưởng");
        assertThat(fields(sealed)).isEqualTo(3);
    }

    @Test
    void aFieldThatBindsItsSignerIsLeftAlone() throws Exception {
        byte[] pdf = withForm(true);
        byte[] signed = FormFixture.sign(
                pdf,
                FormFixture.OFFICER,
                new OfficerForm(
                        FormFixture.SIGNATURE,
                        PageView.of(new PDPage(PDRectangle.A4)).place(1, new PDRectangle(350, 200, 130, 60))));

        SignatureReport report = FormFixture.verify(signed);

        assertThat(report.overall()).isEqualTo(Indication.TOTAL_PASSED);
        assertThat(report.verdicts().getFirst().facts().field()).isNotEqualTo("Chữ ký thủ trưởng");
        assertThat(fields(signed)).isEqualTo(3);
    }

    @Test
    void aStampBesideAnExistingFormTouchesNoField() throws Exception {
        byte[] pdf = withForm(false);
        byte[] stamped = FormFixture.sign(pdf, FormFixture.RECEIVER, FormFixture.stamp(pdf));

        assertThat(FormFixture.verify(stamped).overall()).isEqualTo(Indication.TOTAL_PASSED);
        assertThat(fields(stamped)).isEqualTo(3);
    }

    private static int fields(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDAcroForm form = document.getDocumentCatalog().getAcroForm(null);
            return form.getFields().size();
        }
    }
}
