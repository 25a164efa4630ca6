package vn.lienthong.gateway.signature.pdf;

import vn.lienthong.gateway.signature.cms.Claim;
import vn.lienthong.gateway.signature.cms.CmsSignature;

/**
 * A signature that could be read: what it covers and what it holds.
 *
 * @param gapStart first byte that is not covered: the {@code <} of its own value
 * @param gapEnd first byte after its value
 * @param end first byte after what it covers
 * @param permission what it allows to be changed later (DocMDP, §12.8.2.2): 1 nothing, 2 forms and signatures, 3 comments too
 */
record SignedRange(
        SignatureField field,
        String subFilter,
        int gapStart,
        int gapEnd,
        int end,
        CmsSignature cms,
        Claim claim,
        int permission) {

    /** The kind of a timestamp over the document (EN 319 142-1 §5.4.3). */
    static final String TIMESTAMP = "ETSI.RFC3161";

    /** Whether it is a timestamp over the document, and no signature. */
    boolean timestamp() {
        return subFilter.equals(TIMESTAMP);
    }
}
