package vn.lienthong.gateway.signature.path;

import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.Extension;

/** The mark by which a certificate of the development PKI is known: a certificate policy (RFC 5280 §4.2.1.4). */
public final class DevelopmentMark {
    /** Written out here, for a gateway at work does not touch the classes of the development PKI. */
    public static final String OID = "2.25.54124054541062130104679090345939311114";

    private DevelopmentMark() {}

    /** Whether the certificate carries it. One whose policies cannot be read does not: ours can. */
    public static boolean isOn(X509Certificate certificate) {
        byte[] wrapped = certificate.getExtensionValue(Extension.certificatePolicies.getId());
        if (wrapped == null) {
            return false;
        }
        try {
            byte[] policies = ASN1OctetString.getInstance(wrapped).getOctets();
            return CertificatePolicies.getInstance(policies).getPolicyInformation(new ASN1ObjectIdentifier(OID))
                    != null;
        } catch (RuntimeException unreadable) {
            // Bouncy Castle casts and indexes before it looks: a wrong tag comes out as any unchecked exception.
            return false;
        }
    }
}
