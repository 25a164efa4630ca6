package vn.lienthong.certsdev;

import java.security.PublicKey;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;

/** What a certificate may be used for, said in basic constraints and key usages (RFC 5280 §4.2.1.3, §4.2.1.9, §4.2.1.12). */
enum Purpose {
    ROOT,
    ISSUING,
    /** All four usages at once, as the field has it. */
    SIGNING,
    /** The usages of {@link #SIGNING} without the two that allow signing. */
    ENCIPHERING,
    TIMESTAMPING,
    OCSP_ANSWERING;

    void describe(X509v3CertificateBuilder certificate, PublicKey key) throws CertIOException {
        boolean authority = this == ROOT || this == ISSUING;
        certificate.addExtension(Extension.basicConstraints, authority, constraints());
        certificate.addExtension(Extension.keyUsage, true, new KeyUsage(usages(key)));
        if (this == TIMESTAMPING) {
            // RFC 3161 §2.3: critical, and the only purpose.
            certificate.addExtension(
                    Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
        } else if (this == OCSP_ANSWERING) {
            certificate.addExtension(
                    Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_OCSPSigning));
            // RFC 6960 §4.2.2.2.1: nobody asks whether the responder's own certificate is revoked.
            certificate.addExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck, false, DERNull.INSTANCE);
        }
    }

    private BasicConstraints constraints() {
        return switch (this) {
            case ROOT -> new BasicConstraints(true);
            case ISSUING -> new BasicConstraints(0);
            case SIGNING, ENCIPHERING, TIMESTAMPING, OCSP_ANSWERING -> new BasicConstraints(false);
        };
    }

    private int usages(PublicKey key) {
        // RFC 5480 §3: an elliptic key agrees on keys, it does not encipher.
        int enciphering = key.getAlgorithm().equals("RSA")
                ? KeyUsage.keyEncipherment | KeyUsage.dataEncipherment
                : KeyUsage.keyAgreement;
        return switch (this) {
            case ROOT, ISSUING -> KeyUsage.keyCertSign | KeyUsage.cRLSign;
            case SIGNING -> KeyUsage.digitalSignature | KeyUsage.nonRepudiation | enciphering;
            case ENCIPHERING -> enciphering;
            case TIMESTAMPING -> KeyUsage.digitalSignature | KeyUsage.nonRepudiation;
            case OCSP_ANSWERING -> KeyUsage.digitalSignature;
        };
    }
}
