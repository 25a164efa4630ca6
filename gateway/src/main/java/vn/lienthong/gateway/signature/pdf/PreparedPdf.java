package vn.lienthong.gateway.signature.pdf;

import java.security.cert.X509Certificate;
import vn.lienthong.gateway.signature.cms.CmsDraft;
import vn.lienthong.gateway.signature.key.SignatureAlgorithm;
import vn.lienthong.gateway.signature.key.SigningException;

/** A PDF file that waits for a signature value: everything is in place but the value itself. */
public final class PreparedPdf {
    private final Gap gap;
    private final CmsDraft draft;

    PreparedPdf(Gap gap, CmsDraft draft) {
        this.gap = gap;
        this.draft = draft;
    }

    /** What the key signs. */
    public byte[] toBeSigned() {
        return draft.toBeSigned();
    }

    /** Whose key is to sign. */
    public X509Certificate signer() {
        return draft.signer();
    }

    /** With what it signs it. */
    public SignatureAlgorithm algorithm() {
        return draft.algorithm();
    }

    /**
     * The signed file.
     *
     * @throws SigningException when the value with its certificates needs more room than was reserved
     */
    public byte[] complete(byte[] signatureValue) throws SigningException {
        return gap.filled(draft.complete(signatureValue));
    }
}
