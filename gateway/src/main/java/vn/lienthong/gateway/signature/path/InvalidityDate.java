package vn.lienthong.gateway.signature.path;

import java.security.cert.X509CRLEntry;
import java.text.ParseException;
import java.time.Instant;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.ocsp.SingleResp;
import org.jspecify.annotations.Nullable;

/**
 * Since when a revoked certificate's key is known or suspected to be in other hands (RFC 5280 §5.3.2; of OCSP answers RFC 6960
 * §4.4.5). The extension is never critical: one that cannot be read says nothing.
 */
final class InvalidityDate {
    private InvalidityDate() {}

    static @Nullable Instant in(X509CRLEntry entry) {
        byte[] value = entry.hasExtensions() ? entry.getExtensionValue(Extension.invalidityDate.getId()) : null;
        return value == null ? null : read(ASN1OctetString.getInstance(value));
    }

    static @Nullable Instant in(SingleResp response) {
        Extension extension = response.getExtension(Extension.invalidityDate);
        return extension == null ? null : read(extension.getExtnValue());
    }

    private static @Nullable Instant read(ASN1OctetString value) {
        try {
            return ASN1GeneralizedTime.getInstance(value.getOctets()).getDate().toInstant();
        } catch (ParseException | IllegalArgumentException | IllegalStateException malformed) {
            return null;
        }
    }
}
