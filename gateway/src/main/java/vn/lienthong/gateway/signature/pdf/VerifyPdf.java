package vn.lienthong.gateway.signature.pdf;

import java.time.Instant;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.signature.Presence;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.SignedForm;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.cms.JudgeCms;
import vn.lienthong.gateway.signature.path.Revocations;
import vn.lienthong.gateway.signature.path.TrustStores;

/**
 * Verifies the signatures of PDF files: each on its own revision, the last one to the end of the file. Safe for many
 * threads; keep one for the life of its trust stores, since it remembers certificates and paths.
 */
public final class VerifyPdf {
    private static final String HEADER = "%PDF-";
    private static final int HEADER_WITHIN_BYTES = 1024;

    private final JudgeCms cms;
    private final ValidationPolicy policy;
    private final PdfLimits limits;

    public VerifyPdf(TrustStores stores, Revocations revocations, ValidationPolicy policy, PdfLimits limits) {
        this.policy = policy.of(SignedForm.PDF);
        this.cms = new JudgeCms(stores, revocations, this.policy);
        this.limits = limits;
    }

    /**
     * Judges every signature of a file. Never throws for what is in the file.
     *
     * @param name what findings call the file
     * @param validationTime when the file was first known to exist: the time of receipt
     * @return not applicable to what is no PDF; unsigned only where nothing claims a signature; broken where something does
     *     and cannot be read, or was hidden; not checked when encrypted or too large
     */
    public SignatureReport verify(String name, PdfBytes content, Instant validationTime) {
        int header = content.find(HEADER, 0, HEADER_WITHIN_BYTES + HEADER.length());
        if (header < 0) {
            return SignatureReport.without(name, Presence.NOT_APPLICABLE);
        }
        if (content.length() > limits.maximumBytes()) {
            return SignatureReport.without(
                    name,
                    Presence.NOT_CHECKED,
                    Finding.warning(
                            ErrorCode.SIGNATURE_FILE_TOO_LARGE,
                            name,
                            "PDF: " + content.length() + " bytes (expected: at most " + limits.maximumBytes() + ")"));
        }
        try {
            PdfFile file = PdfFile.open(content, limits);
            if (file.encrypted()) {
                return SignatureReport.without(
                        name,
                        Presence.NOT_CHECKED,
                        Finding.warning(
                                ErrorCode.SIGNATURE_FILE_ENCRYPTED, name, "PDF: encrypted (expected: not encrypted)"));
            }
            return new VerifyFile(name, file, cms, policy, validationTime).report();
        } catch (PdfFault fault) {
            return DoubtfulPdf.report(name, content, fault, limits);
        } catch (RuntimeException ours) {
            // A stranger's bytes found a fault of ours: that must neither stop the document nor make it look unsigned.
            return SignatureReport.without(
                    name,
                    Presence.BROKEN,
                    Finding.error(ErrorCode.INTERNAL, name, "PDF: " + ours + " (expected: a judgement)"));
        }
    }
}
