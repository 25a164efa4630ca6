package vn.lienthong.gateway.signature.pdf;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import vn.lienthong.gateway.signature.cms.CmsDraft;
import vn.lienthong.gateway.signature.key.SignatureAlgorithm;
import vn.lienthong.gateway.signature.key.SigningException;

/** A PDF file that waits for a signature value: everything is in place but the value itself. */
public final class PreparedPdf {
    private final byte[] bytes;
    private final int gapStart;
    private final int gapEnd;
    private final CmsDraft draft;

    PreparedPdf(byte[] bytes, int gapStart, int gapEnd, CmsDraft draft) {
        this.bytes = bytes;
        this.gapStart = gapStart;
        this.gapEnd = gapEnd;
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
        byte[] cms = draft.complete(signatureValue);
        int room = (gapEnd - gapStart - 2) / 2;
        if (cms.length > room) {
            throw new SigningException("signature: " + cms.length + " bytes (expected: at most " + room + ")", null);
        }
        byte[] signed = bytes.clone();
        byte[] digits = HexFormat.of().withUpperCase().formatHex(cms).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(digits, 0, signed, gapStart + 1, digits.length);
        return signed;
    }
}
