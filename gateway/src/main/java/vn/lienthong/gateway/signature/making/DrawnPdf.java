package vn.lienthong.gateway.signature.making;

import java.time.Instant;
import vn.lienthong.gateway.signature.form.SignVisibly;
import vn.lienthong.gateway.signature.key.SignatureAlgorithm;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.pdf.PreparedPdf;

/**
 * A PDF that waits for its value, with what it was before: earlier signatures are compared.
 *
 * @param pdf as it was before
 * @param proof what is laid beside the signature
 * @param at the claimed time
 */
public record DrawnPdf(SignVisibly signing, byte[] pdf, PreparedPdf prepared, AddProof proof, Instant at)
        implements PreparedFile {

    @Override
    public byte[] toBeSigned() {
        return prepared.toBeSigned();
    }

    @Override
    public SignatureAlgorithm algorithm() {
        return prepared.algorithm();
    }

    @Override
    public byte[] complete(byte[] signatureValue) throws SigningException {
        return proof.toPdf(signing.complete(pdf, prepared, signatureValue, at));
    }
}
