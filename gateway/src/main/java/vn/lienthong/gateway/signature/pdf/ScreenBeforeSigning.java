package vn.lienthong.gateway.signature.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;

/**
 * What must not be signed: files that can show something else after signing than before, and such as forbid it. Shadow
 * attacks are planted before the signature is made, so this is where they are stopped. Safe for many threads.
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
     * Every reason not to sign a file; none when it may be signed. Never throws for what is in the file.
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
            return screen(name, file.newest());
        } catch (PdfFault fault) {
            return List.of(Finding.error(ErrorCode.SIGNING_FILE_DAMAGED, name, "PDF: " + fault.text()));
        } catch (RuntimeException ours) {
            // A stranger's bytes found a fault of ours: the file is not signed, and nothing stops.
            return List.of(Finding.error(ErrorCode.INTERNAL, name, "PDF: " + ours + " (expected: a judgement)"));
        }
    }

    private List<Finding> screen(String name, PdfView view) throws PdfFault {
        List<String> overlaps = new ArrayList<>();
        // By the tree, as readers find them: what a page says of its own type is a stranger's word.
        int pages = PageTree.walk(view, page -> {
            if (overlaps.isEmpty()) {
                FieldsShown.overlap(view, page).ifPresent(overlaps::add);
            }
        });
        HarmfulContent harmful = new HarmfulContent(view);
        LiveObjects.walk(view, harmful);
        List<Finding> findings = new ArrayList<>();
        harmful.seen().forEach((code, text) -> findings.add(Finding.error(code, name, text)));
        overlaps.forEach(text -> findings.add(Finding.error(ErrorCode.SIGNING_FIELDS_OVERLAP, name, text)));
        Optional<String> forbidden = Permissions.forbidden(view);
        forbidden.ifPresent(text -> findings.add(Finding.error(ErrorCode.SIGNING_FORBIDDEN, name, text)));
        pages(name, pages).ifPresent(findings::add);
        return findings;
    }

    private Optional<Finding> pages(String name, int pages) {
        if (pages == 0) {
            return Optional.of(Finding.error(ErrorCode.SIGNING_FILE_DAMAGED, name, "pages: 0 (expected: at least 1)"));
        }
        return pages <= maximumPages
                ? Optional.empty()
                : Optional.of(Finding.error(
                        ErrorCode.SIGNING_FILE_TOO_LARGE,
                        name,
                        "pages: " + pages + " (expected: at most " + maximumPages + ")"));
    }
}
