package vn.lienthong.routes.command.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.GregorianCalendar;
import java.util.TimeZone;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.ExternalSigningSupport;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import vn.lienthong.gateway.digest.DigestingOutputStream;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.key.SigningKey;

/** What nobody who signs with PDFBox can spare, the file digested as it streams by: it is no sound signature, for want of a CMS around the value. */
final class BareSigning {
    static final String NAME = "PDFBox lưu thêm + khóa ký";
    static final int RESERVED_BYTES = 8 * 1024;

    private BareSigning() {}

    static void sign(byte[] file, SigningKey key, Instant now) throws IOException, SigningException {
        try (PDDocument document = Loader.loadPDF(file);
                SignatureOptions options = new SignatureOptions()) {
            PDSignature signature = new PDSignature();
            signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            signature.setSubFilter(PDSignature.SUBFILTER_ETSI_CADES_DETACHED);
            GregorianCalendar at = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
            at.setTimeInMillis(now.toEpochMilli());
            signature.setSignDate(at);
            options.setPreferredSignatureSize(RESERVED_BYTES);
            document.addSignature(signature, options);
            ByteArrayOutputStream out = new ByteArrayOutputStream(file.length + 4 * RESERVED_BYTES);
            ExternalSigningSupport external = document.saveIncrementalForExternalSigning(out);
            DigestingOutputStream digesting = new DigestingOutputStream(OutputStream.nullOutputStream());
            external.getContent().transferTo(digesting);
            external.setSignature(key.sign(digesting.digest().bytes(), key.usualAlgorithm()));
        }
    }
}
