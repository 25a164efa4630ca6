package vn.lienthong.gateway.signature.pdf;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.signature.Presence;
import vn.lienthong.gateway.signature.SignatureReport;

/**
 * What becomes of a file that our strict reader refuses. The tolerant one, which repairs as viewers do, is asked a single
 * question: does this file claim a signature? Repaired and signed is broken, and held: a signature is never judged on
 * repaired bytes. Repaired and unsigned is unsigned.
 */
final class DoubtfulPdf {
    private static final String[] TRACES = {"/ByteRange", "/DocTimeStamp", "adbe.pkcs7.", "adbe.x509.", "ETSI.CAdES"};

    private DoubtfulPdf() {}

    static SignatureReport report(String name, PdfBytes bytes, PdfFault fault, PdfLimits limits) {
        if (traced(bytes) >= 0) {
            return broken(name, fault.text());
        }
        if (bytes.length() > limits.maximumRepairBytes()) {
            return SignatureReport.without(
                    name,
                    Presence.NOT_CHECKED,
                    Finding.warning(
                            ErrorCode.SIGNATURE_FILE_TOO_LARGE,
                            name,
                            "damaged PDF of " + bytes.length() + " bytes (expected: a sound one, or at most "
                                    + limits.maximumRepairBytes() + " bytes)"));
        }
        return claimsSignature(bytes)
                ? broken(name, fault.text())
                : SignatureReport.without(
                        name,
                        Presence.UNSIGNED,
                        Finding.information(ErrorCode.SIGNATURE_ABSENT, name, "no signature; " + fault.text()));
    }

    /** Where the raw bytes speak of a signature; -1 when nowhere. */
    static int traced(PdfBytes bytes) {
        for (String trace : TRACES) {
            int at = bytes.find(trace, 0, bytes.length());
            if (at >= 0) {
                return at;
            }
        }
        return -1;
    }

    private static SignatureReport broken(String name, String text) {
        return SignatureReport.without(
                name, Presence.BROKEN, Finding.error(ErrorCode.SIGNATURE_BROKEN, name, "signed PDF: " + text));
    }

    // The tolerant parser meets bytes that no reader is made for: whatever it throws means that it cannot tell.
    @SuppressWarnings("CatchAndPrintStackTrace")
    private static boolean claimsSignature(PdfBytes bytes) {
        try (PDDocument document = Loader.loadPDF(bytes.all())) {
            return document.getSignatureFields().stream()
                    .anyMatch(field -> field.getCOSObject().containsKey("V"));
        } catch (IOException | RuntimeException unreadable) {
            return false;
        }
    }
}
