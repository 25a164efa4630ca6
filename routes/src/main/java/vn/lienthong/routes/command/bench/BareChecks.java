package vn.lienthong.routes.command.bench;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.SignatureException;
import java.security.cert.X509Certificate;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.key.SigningKey;

/** The verifications that a file cannot be spared, by the JDK alone: one signature value, one certificate (RSA-2048). */
final class BareChecks {
    private final X509Certificate certificate;
    private final X509Certificate issuer;
    private final byte[] attributes = new byte[200];
    private final byte[] value;

    BareChecks(SigningKey signer) throws SigningException {
        this.certificate = signer.certificate();
        this.issuer = signer.chain().get(1);
        this.value = signer.sign(attributes, signer.usualAlgorithm());
    }

    void signature() throws GeneralSecurityException {
        verify(certificate, attributes, value);
    }

    void chain() throws GeneralSecurityException {
        verify(issuer, certificate.getTBSCertificate(), certificate.getSignature());
    }

    private static void verify(X509Certificate by, byte[] signed, byte[] value) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(by.getPublicKey());
        signature.update(signed);
        if (!signature.verify(value)) {
            throw new SignatureException("signature: wrong (expected: the certificate's)");
        }
    }
}
