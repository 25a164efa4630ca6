package vn.lienthong.gateway.signature.pdf;

import java.security.cert.CRLException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import vn.lienthong.certsdev.Branch;
import vn.lienthong.certsdev.DevelopmentPki;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.signature.Tokens;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.path.CarriedEvidence;

/** Makes files that shall be provable for years, with what a development PKI answers at the time. */
public final class LongTerm {
    private static final int TOKEN_BYTES = 16 * 1024;

    private LongTerm() {}

    /** The file under a timestamp of the PKI's authority. */
    static byte[] stamped(byte[] pdf, DevelopmentPki pki) {
        try {
            StampPdf.Prepared prepared = new StampPdf().prepare(pdf, TOKEN_BYTES);
            return prepared.complete(token(prepared.digest(), pki));
        } catch (SigningException fault) {
            throw new AssertionError(fault);
        }
    }

    public static byte[] token(Sha256 digest, DevelopmentPki pki) {
        return Tokens.over(digest, pki);
    }

    static byte[] with(byte[] pdf, CarriedEvidence evidence) {
        try {
            return new AddEvidence().to(pdf, evidence);
        } catch (SigningException fault) {
            throw new AssertionError(fault);
        }
    }

    /** The lists of all authorities, and their certificates. */
    public static CarriedEvidence lists(DevelopmentPki pki) {
        try {
            List<byte[]> lists = new ArrayList<>();
            for (X509CRL list : pki.crls()) {
                lists.add(list.getEncoded());
            }
            return new CarriedEvidence(List.of(pki.issuingCa(Branch.GOVERNMENT).getEncoded()), lists, List.of());
        } catch (CRLException | CertificateEncodingException fault) {
            throw new AssertionError(fault);
        }
    }

    /** The list of the root, and OCSP answers about those whom the issuing authority certified. */
    public static CarriedEvidence answers(DevelopmentPki pki, X509Certificate... about) {
        List<byte[]> answers = new ArrayList<>();
        for (X509Certificate one : about) {
            answers.add(Tokens.about(one, pki.issuingCa(Branch.GOVERNMENT), pki));
        }
        return new CarriedEvidence(List.of(), List.of(pki.rootCrl(Branch.GOVERNMENT)), answers);
    }
}
