package vn.lienthong.gateway.signature.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.signature.key.SigningException;

/**
 * Puts a timestamp over a whole PDF file (EN 319 142-1 §5.4.3, level B-LTA): by incremental update, every earlier byte stays.
 * In two steps, since an authority may take minutes.
 */
public final class StampPdf {
    private static final COSName KIND = COSName.getPDFName("DocTimeStamp");

    /** A file that waits for a token over {@link #digest()}. */
    public static final class Prepared {
        private final Gap gap;

        private Prepared(Gap gap) {
            this.gap = gap;
        }

        /** What the token is over. */
        public Sha256 digest() {
            return gap.digest();
        }

        /**
         * The stamped file.
         *
         * @param token an RFC 3161 TimeStampToken, DER
         * @throws SigningException when it needs more room than was reserved
         */
        public byte[] complete(byte[] token) throws SigningException {
            return gap.filled(token);
        }
    }

    /**
     * First step: the file with room for a token.
     *
     * @param reservedBytes room for the token with its certificates
     * @throws SigningException when the file is no PDF that can be stamped
     */
    public Prepared prepare(byte[] pdf, int reservedBytes) throws SigningException {
        try (PDDocument document = Loader.loadPDF(pdf);
                SignatureOptions options = new SignatureOptions()) {
            // Derived from the file: the same input gives the same bytes.
            document.setDocumentId((long) Sha256.of(pdf).hashCode());
            options.setPreferredSignatureSize(reservedBytes);
            PDSignature stamp = new PDSignature();
            stamp.setType(KIND);
            stamp.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            stamp.setSubFilter(COSName.getPDFName(SignedRange.TIMESTAMP));
            document.addSignature(stamp, options);
            ByteArrayOutputStream out = new ByteArrayOutputStream(pdf.length + 4 * reservedBytes);
            document.saveIncrementalForExternalSigning(out).setSignature(new byte[0]);
            int[] range = stamp.getByteRange();
            return new Prepared(new Gap(out.toByteArray(), range[1], range[2]));
        } catch (IOException | RuntimeException unreadable) {
            // The tolerant reader throws whatever it stumbles over: nothing is stamped, and nothing stops.
            throw new SigningException("PDF: cannot be stamped (expected: a sound file, not encrypted)", unreadable);
        }
    }
}
