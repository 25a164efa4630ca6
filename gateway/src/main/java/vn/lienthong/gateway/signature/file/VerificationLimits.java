package vn.lienthong.gateway.signature.file;

import vn.lienthong.gateway.signature.asic.AsicLimits;
import vn.lienthong.gateway.signature.cms.CmsLimits;
import vn.lienthong.gateway.signature.pdf.PdfLimits;
import vn.lienthong.gateway.signature.xml.EnvelopeLimits;
import vn.lienthong.gateway.signature.xml.XmlLimits;

/** How much work a stranger's file may cause, by form: the same wherever files are judged. */
public record VerificationLimits(
        FileLimits files, PdfLimits pdf, CmsLimits cms, XmlLimits xml, AsicLimits asic, EnvelopeLimits envelope) {

    /** Ample for official documents. */
    public static VerificationLimits standard() {
        return new VerificationLimits(
                FileLimits.standard(),
                PdfLimits.standard(),
                CmsLimits.standard(),
                XmlLimits.standard(),
                AsicLimits.standard(),
                EnvelopeLimits.standard());
    }
}
