package vn.lienthong.gateway.signature.form;

import vn.lienthong.gateway.signature.key.RsaPadding;
import vn.lienthong.gateway.signature.pdf.PdfLimits;

/**
 * How files are signed visibly, and bounds on them.
 *
 * @param limits bounds on reading them, before and after
 * @param maximumBytes largest file that is signed
 * @param maximumPages most pages of it
 * @param rsa how signatures of RSA keys are padded
 */
public record FormSettings(PdfLimits limits, int maximumBytes, int maximumPages, RsaPadding rsa) {

    /** 64 MB and 2,000 pages, in the padding that everybody reads. */
    public static FormSettings standard() {
        return new FormSettings(PdfLimits.standard(), 64 << 20, 2_000, RsaPadding.PKCS1);
    }
}
