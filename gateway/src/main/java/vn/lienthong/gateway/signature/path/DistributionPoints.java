package vn.lienthong.gateway.signature.path;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;

/** The addresses at which a certificate's issuer publishes revocation lists (RFC 5280 §4.2.1.13). */
final class DistributionPoints {
    private static final String EXTENSION = "2.5.29.31";

    private DistributionPoints() {}

    /** As written in the certificate; none when there is no such extension or it cannot be read. */
    static List<String> of(X509Certificate certificate) {
        byte[] extension = certificate.getExtensionValue(EXTENSION);
        if (extension == null) {
            return List.of();
        }
        try {
            List<String> addresses = new ArrayList<>();
            byte[] value = ASN1OctetString.getInstance(extension).getOctets();
            for (DistributionPoint point : CRLDistPoint.getInstance(value).getDistributionPoints()) {
                if (point.getDistributionPoint() != null) {
                    addresses.addAll(addresses(point.getDistributionPoint()));
                }
            }
            return addresses;
        } catch (IllegalArgumentException malformed) {
            return List.of();
        }
    }

    static List<String> addresses(DistributionPointName name) {
        List<String> addresses = new ArrayList<>();
        if (name.getType() == DistributionPointName.FULL_NAME) {
            for (GeneralName general : GeneralNames.getInstance(name.getName()).getNames()) {
                if (general.getTagNo() == GeneralName.uniformResourceIdentifier) {
                    addresses.add(general.getName().toString());
                }
            }
        }
        return addresses;
    }
}
