package vn.lienthong.gateway.signature.form;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.signature.key.RsaPadding;
import vn.lienthong.gateway.signature.key.SignatureAlgorithm;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.key.SigningKey;
import vn.lienthong.gateway.signature.pdf.PdfBytes;
import vn.lienthong.gateway.signature.pdf.PreparedPdf;
import vn.lienthong.gateway.signature.pdf.ScreenBeforeSigning;
import vn.lienthong.gateway.signature.pdf.SignPdf;
import vn.lienthong.gateway.signature.pdf.SignatureDetails;

/**
 * Signs PDF files so that it is seen (Decree 30/2020/NĐ-CP, Annex I): by incremental update, earlier signatures and bytes
 * stay as they are. Nothing is handed out that our own verifier does not find intact. Safe for many threads.
 */
public final class SignVisibly {
    private final ScreenBeforeSigning screen;
    private final CheckSigned check;
    private final RsaPadding rsa;

    public SignVisibly(FormSettings settings) {
        this.screen = new ScreenBeforeSigning(settings.limits(), settings.maximumBytes(), settings.maximumPages());
        this.check = new CheckSigned(settings.limits());
        this.rsa = settings.rsa();
    }

    /**
     * Why this file would not be signed; none when it would.
     *
     * @param name what findings call the file
     */
    public List<Finding> screen(String name, byte[] pdf) {
        List<Finding> reasons = screen.screen(name, PdfBytes.of(pdf));
        return reasons.isEmpty() ? check.broken(name, pdf) : reasons;
    }

    /** What is drawn on a file that was looked at. */
    public interface Drawn {

        VisibleForm on(byte[] pdf) throws SigningException;
    }

    /**
     * First step with the algorithm of new signatures, where the form is found in the file: that is looked for only once the file
     * was screened.
     */
    public PreparedPdf prepare(byte[] pdf, List<X509Certificate> chain, Drawn form, SignatureDetails details)
            throws SigningException {
        requireFit(pdf);
        VisibleForm drawn = form.on(pdf);
        SignatureAlgorithm algorithm =
                SignatureAlgorithm.forNew(chain.getFirst().getPublicKey(), rsa);
        return new SignPdf().prepare(pdf, chain, algorithm, details, new DrawForm(drawn, details.at()));
    }

    private void requireFit(byte[] pdf) throws RefusedToSign {
        List<Finding> reasons = screen("PDF", pdf);
        if (!reasons.isEmpty()) {
            throw new RefusedToSign(reasons);
        }
    }

    /**
     * First step: the file with the form drawn and room for a signature.
     *
     * @param chain the signer's certificate first, then the authorities above it
     * @throws RefusedToSign for what is in the file
     * @throws SigningException when the file or the place is not one to sign
     */
    public PreparedPdf prepare(
            byte[] pdf,
            List<X509Certificate> chain,
            SignatureAlgorithm algorithm,
            VisibleForm form,
            SignatureDetails details)
            throws SigningException {
        requireFit(pdf);
        return new SignPdf().prepare(pdf, chain, algorithm, details, new DrawForm(form, details.at()));
    }

    /**
     * Second step: the signed file, looked at by our verifier.
     *
     * @param pdf the file as it was before
     * @throws SigningException when the value does not belong to what was prepared, or an earlier signature would be hurt
     */
    public byte[] complete(byte[] pdf, PreparedPdf prepared, byte[] signatureValue, Instant at)
            throws SigningException {
        byte[] signed = prepared.complete(signatureValue);
        check.check(pdf, signed, prepared.signer(), at);
        return signed;
    }

    /** Both steps with a key at hand. */
    public byte[] sign(byte[] pdf, SigningKey key, VisibleForm form, SignatureDetails details) throws SigningException {
        PreparedPdf prepared = prepare(pdf, key.chain(), ignored -> form, details);
        return complete(pdf, prepared, key.sign(prepared.toBeSigned(), prepared.algorithm()), details.at());
    }
}
