package vn.lienthong.gateway.signature.path;

import java.net.URI;
import java.net.URISyntaxException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.GeneralName;

/** The addresses at which a certificate's issuer answers OCSP requests (RFC 5280 §4.2.2.1, id-ad-ocsp). */
final class ResponderAddresses {
    private static final String EXTENSION = "1.3.6.1.5.5.7.1.1";
    private static final int AT_MOST = 4;

    private ResponderAddresses() {}

    /** Those that http reaches, in their order; none when there is no such extension or it cannot be read. */
    static List<URI> of(X509Certificate certificate) {
        byte[] extension = certificate.getExtensionValue(EXTENSION);
        if (extension == null) {
            return List.of();
        }
        try {
            List<URI> addresses = new ArrayList<>();
            byte[] value = ASN1OctetString.getInstance(extension).getOctets();
            for (AccessDescription access :
                    AuthorityInformationAccess.getInstance(value).getAccessDescriptions()) {
                GeneralName place = access.getAccessLocation();
                if (access.getAccessMethod().equals(AccessDescription.id_ad_ocsp)
                        && place.getTagNo() == GeneralName.uniformResourceIdentifier
                        && addresses.size() < AT_MOST) {
                    add(place.getName().toString(), addresses);
                }
            }
            return addresses;
        } catch (IllegalArgumentException malformed) {
            return List.of();
        }
    }

    private static void add(String text, List<URI> addresses) {
        try {
            URI address = new URI(text);
            if ("http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme())) {
                addresses.add(address);
            }
        } catch (URISyntaxException notAnAddress) {
            // Nobody could ask there.
        }
    }
}
