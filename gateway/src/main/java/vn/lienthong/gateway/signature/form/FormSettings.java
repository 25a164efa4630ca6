package vn.lienthong.gateway.signature.form;

import vn.lienthong.gateway.signature.pdf.PdfLimits;

/**
 * Bounds on files that are signed visibly.
 *
 * @param limits bounds on reading them, before and after
 * @param maximumBytes largest file that is signed
 * @param maximumPages most pages of it
 */
public record FormSettings(PdfLimits limits, int maximumBytes, int maximumPages) {

    /** 64 MB and 2,000 pages. */
    public static FormSettings standard() {
        return new FormSettings(PdfLimits.standard(), 64 << 20, 2_000);
    }
}
