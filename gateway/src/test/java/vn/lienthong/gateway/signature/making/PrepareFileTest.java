package vn.lienthong.gateway.signature.making;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.signature.DevTrust;
import vn.lienthong.gateway.signature.SignedFile;
import vn.lienthong.gateway.signature.form.FormSettings;
import vn.lienthong.gateway.signature.form.RefusedToSign;
import vn.lienthong.gateway.signature.key.SigningKey;

/** Whatever form is asked for, what a reader would open as a PDF is looked at before it is signed. */
class PrepareFileTest {
    private static final SigningKey KEY = DevTrust.seal(Fate.GOOD);
    private static final PrepareFile PREPARING =
            new PrepareFile(KEY, KEY.usualAlgorithm(), AddProof.NONE, FormSettings.standard());

    private static byte[] pdf(boolean script) throws Exception {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            if (script) {
                document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)"));
            }
            document.save(out);
            return out.toByteArray();
        }
    }

    private static byte[] behind(String head, byte[] pdf) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
        all.writeBytes(pdf);
        return all.toByteArray();
    }

    private static void prepare(SignatureForm form, String name, byte[] bytes) throws Exception {
        PREPARING.prepare(form, List.of(SignedFile.of(name, bytes)), DevTrust.NOW);
    }

    private static void refused(SignatureForm form, String name, byte[] bytes, ErrorCode... codes) {
        assertThatExceptionOfType(RefusedToSign.class)
                .isThrownBy(() -> prepare(form, name, bytes))
                .satisfies(refusal -> assertThat(refusal.findings().stream().map(Finding::code))
                        .containsExactly(codes));
    }

    @ParameterizedTest
    @EnumSource(names = {"CADES", "CADES_DETACHED", "ASIC_E"})
    void scriptsAreFoundWhateverFormIsAskedFor(SignatureForm form) throws Exception {
        refused(form, "a.pdf", pdf(true), ErrorCode.SIGNING_SCRIPT);
        refused(form, "a.bin", pdf(true), ErrorCode.SIGNING_SCRIPT);
        prepare(form, "a.pdf", pdf(false));
    }

    @Test
    void theHeadOfAnArchiveHidesNothing() throws Exception {
        refused(SignatureForm.CADES, "a.zip", behind("PK\u0003\u0004", pdf(true)), ErrorCode.SIGNING_SCRIPT);
        refused(SignatureForm.CADES, "a.pdf", behind("PK\u0003\u0004", pdf(true)), ErrorCode.SIGNING_FILE_DAMAGED);
        refused(SignatureForm.CADES, "a.txt", behind("xin chào ", pdf(true)), ErrorCode.SIGNING_FILE_DAMAGED);
    }

    @Test
    void anHonestArchiveOfPdfFilesIsSigned() throws Exception {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            ZipEntry entry = new ZipEntry("letter.pdf");
            byte[] pdf = pdf(false);
            CRC32 sum = new CRC32();
            sum.update(pdf);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(pdf.length);
            entry.setCrc(sum.getValue());
            out.putNextEntry(entry);
            out.write(pdf);
        }

        assertThatNoException().isThrownBy(() -> prepare(SignatureForm.CADES, "letters.zip", zip.toByteArray()));
    }

    @Test
    void aFileOfAnotherKindThatNamesThemPasses() {
        byte[] text = ("x".repeat(2000) + "%PDF-1.7").getBytes(StandardCharsets.US_ASCII);

        assertThatNoException().isThrownBy(() -> prepare(SignatureForm.CADES, "a.txt", text));
    }
}
