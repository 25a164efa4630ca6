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
 * repaired bytes. Repaired and unsigned is unsigned. What it cannot read either is not checked where something may be hidden in it.
 */
final class DoubtfulPdf {
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
        return switch (claim(bytes)) {
            case MADE -> broken(name, fault.text());
            case NONE ->
                SignatureReport.without(
                        name,
                        Presence.UNSIGNED,
                        Finding.information(ErrorCode.SIGNATURE_ABSENT, name, "no signature; " + fault.text()));
            case UNKNOWN ->
                SignatureReport.without(
                        name,
                        Presence.NOT_CHECKED,
                        Finding.warning(
                                ErrorCode.SIGNATURE_INDETERMINATE, name, "no reader opens it; " + fault.text()));
        };
    }

    /** What the tolerant reader says of signatures. */
    private enum Claim {
        MADE,
        NONE,
        /** It cannot read the file, and what the bytes do not show may be packed in a stream (ISO 32000-1 §7.5.7). */
        UNKNOWN
    }

    /** Where the raw bytes speak of a signature; -1 when nowhere. */
    static int traced(PdfBytes bytes) {
        return FindTraces.in(bytes);
    }

    private static SignatureReport broken(String name, String text) {
        return SignatureReport.without(
                name, Presence.BROKEN, Finding.error(ErrorCode.SIGNATURE_BROKEN, name, "signed PDF: " + text));
    }

    // The tolerant parser meets bytes that no reader is made for: whatever it throws means that it cannot tell.
    @SuppressWarnings("CatchAndPrintStackTrace")
    private static Claim claim(PdfBytes bytes) {
        try (PDDocument document = Loader.loadPDF(bytes.all())) {
            return document.getSignatureFields().stream()
                            .anyMatch(field -> field.getCOSObject().containsKey("V"))
                    ? Claim.MADE
                    : Claim.NONE;
        } catch (IOException | RuntimeException unreadable) {
            return bytes.find("stream", 0, bytes.length()) < 0 ? Claim.NONE : Claim.UNKNOWN;
        }
    }
}
