package vn.lienthong.gateway.signature.path;

import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.jspecify.annotations.Nullable;

/** Puts the question about one certificate (RFC 6960 §4.1; one a request, as RFC 5019 §2.1.1 wants it). */
final class OcspQuestion {

    private OcspQuestion() {}

    /**
     * The request, DER.
     *
     * @param nonce to be repeated in the answer (RFC 8954); null for one that caches may answer
     */
    static byte[] about(WantedAnswer wanted, AnswerSettings.Naming naming, byte @Nullable [] nonce) {
        try {
            OCSPReqBuilder request = new OCSPReqBuilder();
            request.addRequest(new CertificateID(
                    new JcaDigestCalculatorProviderBuilder().build().get(algorithm(naming)),
                    new JcaX509CertificateHolder(wanted.issuer()),
                    wanted.serial()));
            if (nonce != null) {
                Extension repeated = new Extension(
                        OCSPObjectIdentifiers.id_pkix_ocsp_nonce, false, new DEROctetString(nonce).getEncoded());
                request.setRequestExtensions(new Extensions(repeated));
            }
            return request.build().getEncoded();
        } catch (IOException | OCSPException | OperatorCreationException | CertificateEncodingException fault) {
            throw new IllegalStateException("OCSP request: cannot be made (expected: DER)", fault);
        }
    }

    private static AlgorithmIdentifier algorithm(AnswerSettings.Naming naming) {
        return new AlgorithmIdentifier(
                switch (naming) {
                    case SHA1 -> OIWObjectIdentifiers.idSHA1;
                    case SHA256 -> NISTObjectIdentifiers.id_sha256;
                });
    }
}
