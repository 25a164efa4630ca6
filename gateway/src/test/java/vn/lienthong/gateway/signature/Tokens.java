package vn.lienthong.gateway.signature;

import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import vn.lienthong.certsdev.DevelopmentPki;
import vn.lienthong.gateway.digest.Sha256;

/** What the services of a development PKI answer. */
public final class Tokens {
    private Tokens() {}

    /** A timestamp token over a digest. */
    public static byte[] over(Sha256 digest, DevelopmentPki pki) {
        try {
            TimeStampRequestGenerator request = new TimeStampRequestGenerator();
            request.setCertReq(true);
            byte[] asked =
                    request.generate(TSPAlgorithms.SHA256, digest.bytes()).getEncoded();
            return new TimeStampResponse(pki.timestamp(asked))
                    .getTimeStampToken()
                    .getEncoded();
        } catch (IOException | TSPException fault) {
            throw new AssertionError(fault);
        }
    }

    /** An OCSP answer about a certificate. */
    public static byte[] about(X509Certificate certificate, X509Certificate issuer, DevelopmentPki pki) {
        try {
            OCSPReqBuilder request = new OCSPReqBuilder();
            request.addRequest(new CertificateID(
                    new JcaDigestCalculatorProviderBuilder()
                            .build()
                            .get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256)),
                    new JcaX509CertificateHolder(issuer),
                    certificate.getSerialNumber()));
            return pki.ocsp(request.build().getEncoded());
        } catch (IOException | OCSPException | OperatorCreationException | CertificateEncodingException fault) {
            throw new AssertionError(fault);
        }
    }
}
