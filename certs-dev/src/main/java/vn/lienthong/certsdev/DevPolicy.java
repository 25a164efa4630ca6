package vn.lienthong.certsdev;

import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.Extension;

/** The mark by which a certificate of this PKI is known: a certificate policy (RFC 5280 §4.2.1.4) that means "worthless". */
public final class DevPolicy {
    /** Our development policy, under the UUID arc (X.667), so that it collides with no registered one. */
    public static final String OID = "2.25.54124054541062130104679090345939311114";

    /** The policy under which the development TSA stamps (RFC 3161 §2.4.2). */
    public static final String TIMESTAMP_OID = OID + ".1";

    /** What every subject says in its organisational unit. */
    public static final String MARK = "DEV ONLY";

    private DevPolicy() {}

    /**
     * True when the certificate carries {@link #OID}. A certificate whose policies cannot be read is not a development
     * certificate: nothing of ours looks like that.
     */
    public static boolean isDevelopment(X509Certificate certificate) {
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
